'use client';

import { Alert, Button } from '@mantine/core';
import { IconCheck, IconClockPause } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { LoadingState } from '@/components/ui/loading-state';
import type { PreviewHead } from '@/domain/list/preview';
import type { Decided } from './ask-server';
import { askHeldPreview, askPreview, type Refusal, Refused } from './ask-server';
import { DropZone, MAX_BYTES } from './drop-zone';
import classes from './imports.module.css';
import { PreviewPanel } from './preview-panel';

type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string; readonly refusal: Refusal }
  | { readonly kind: 'seen'; readonly head: PreviewHead }
  | { readonly kind: 'done'; readonly decided: Decided };

/**
 * Where a list comes in: offer a file, see what it would do, decide.
 * @param props.held id of a held import to look at instead of a file
 * @param props.now the clock's present, epoch ms
 */
export function ImportDesk(props: {
  held: string | null;
  now: number;
  apply: (token: string, reason: string) => Promise<Decided>;
  reject: (importId: string, reason: string) => Promise<Decided>;
}) {
  const { held, now, apply, reject } = props;
  const t = useTranslations('imports');
  const router = useRouter();
  const [stage, setStage] = useState<Stage>(held ? { kind: 'reading', name: '' } : { kind: 'idle' });
  const running = useRef<AbortController | null>(null);

  const read = (name: string, ask: (signal: AbortSignal) => Promise<PreviewHead>) => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    setStage({ kind: 'reading', name });
    ask(control.signal).then(
      (head) => !control.signal.aborted && setStage({ kind: 'seen', head }),
      (error: unknown) => {
        if (control.signal.aborted) return;
        const refusal =
          error instanceof Refused ? error.refusal : { code: 'internal', requestId: null, places: [] };
        setStage({ kind: 'refused', name, refusal });
      },
    );
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the page mounts the desk anew for every held import
  useEffect(() => {
    if (held) read('', (signal) => askHeldPreview(held, signal));
    return () => running.current?.abort();
  }, []);

  const leave = () => {
    running.current?.abort();
    setStage({ kind: 'idle' });
    if (held) router.push('/imports');
  };
  const offer = (file: File) => {
    if (file.size <= MAX_BYTES) return read(file.name, (signal) => askPreview(file, signal));
    const refusal = { code: 'TOO_LARGE', requestId: null, places: [] };
    setStage({ kind: 'refused', name: file.name, refusal });
  };

  return (
    <section className={classes.panel} aria-labelledby="import-desk-title">
      <h2 id="import-desk-title">{held ? t('heldTitle') : t('offerTitle')}</h2>
      {stage.kind === 'reading' && (
        <div className={classes.wait}>
          <LoadingState text={t('reading', { name: stage.name })} />
          <Button variant="default" size="xs" onClick={leave}>
            {t('cancel')}
          </Button>
        </div>
      )}
      {stage.kind === 'refused' && <RefusedFile name={stage.name} refusal={stage.refusal} />}
      {stage.kind === 'done' && (
        <Alert
          role="status"
          color={stage.decided.outcome === 'HELD' ? 'yellow' : 'gray'}
          icon={stage.decided.outcome === 'HELD' ? <IconClockPause /> : <IconCheck />}
        >
          {stage.decided.text}
        </Alert>
      )}
      {stage.kind === 'seen' && (
        <PreviewPanel
          head={stage.head}
          now={now}
          apply={(reason) => apply(stage.head.token, reason)}
          reject={(reason) => reject(stage.head.heldId ?? '', reason)}
          onDone={(decided) => setStage({ kind: 'done', decided })}
          onLeave={leave}
        />
      )}
      {(stage.kind === 'idle' || stage.kind === 'refused' || stage.kind === 'done') && (
        <DropZone onFile={offer} />
      )}
    </section>
  );
}

/** Why a file was not read, and at which places in it. Nothing was changed by it. */
function RefusedFile(props: { name: string; refusal: Refusal }) {
  const { name, refusal } = props;
  const t = useTranslations('imports.fault');
  const code = refusal.code as Parameters<typeof t.has>[0];
  return (
    <div className={classes.refused} role="alert">
      <h3>{t('title', { name })}</h3>
      <p>{t.has(code) ? t(code) : t('internal')}</p>
      {refusal.places.length > 0 && (
        <ul>
          {refusal.places.map(({ pointer, reason }) => (
            <li key={`${pointer} ${reason}`}>
              <code>{pointer || t('wholeFile')}</code> <span>{reason}</span>
            </li>
          ))}
        </ul>
      )}
      <p>{t('nothingChanged')}</p>
      {refusal.requestId !== null && <small>{t('requestId', { id: refusal.requestId })}</small>}
    </div>
  );
}
