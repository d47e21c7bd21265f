import { Alert, Button, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { CHANGES, type PreviewHead } from '@/domain/list/preview';
import type { Decided } from './ask-server';
import classes from './imports.module.css';

/** What the officer may do with a previewed list. The button says what it will do; a held list asks for a reason. */
export function DecideForm(props: {
  head: PreviewHead;
  apply: (reason: string) => Promise<Decided>;
  reject: (reason: string) => Promise<Decided>;
  onDone: (decided: Decided) => void;
  onLeave: () => void;
}) {
  const { head, apply, reject, onDone, onLeave } = props;
  const t = useTranslations('imports.decide');
  const section = useTranslations('imports.section');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<{ field: string; text: string } | null>(null);
  const [pending, start] = useTransition();
  const { right, heldId } = head;
  const waits = head.holds.length > 0;
  const asksReason = heldId !== null && (right.decide || right.reject);
  const given = reason.trim().length >= 2;

  const send = (work: (reason: string) => Promise<Decided>, needsReason: boolean) => () => {
    if (needsReason && !given) return setFault({ field: 'reason', text: t('reasonMissing') });
    setFault(null);
    start(async () => {
      const decided = await work(needsReason ? reason : '').catch(
        (): Decided => ({ outcome: 'REFUSED', field: '', text: t('unreachable') }),
      );
      if (decided.outcome === 'REFUSED') setFault(decided);
      else onDone(decided);
    });
  };
  const changes = CHANGES.filter((kind) => head.sizes[kind] > 0)
    .map((kind) => t('part', { name: section(kind), count: head.sizes[kind] }))
    .join(t('comma'));
  const effect = changes === '' ? t('recordOnly') : changes;
  return (
    <div className={classes.decide}>
      {head.alreadyApplied && <Alert color="gray">{t('already')}</Alert>}
      <WhoDecides head={head} />
      {asksReason && (
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          error={fault?.field === 'reason' ? fault.text : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {fault !== null && fault.field !== 'reason' && (
        <Alert color="red" role="alert">
          {fault.text}
        </Alert>
      )}
      <div className={classes.buttons}>
        {heldId === null && right.decide && (
          <Button onClick={send(apply, false)} loading={pending} disabled={head.alreadyApplied}>
            {waits ? t('hold') : t('apply', { effect })}
          </Button>
        )}
        {heldId !== null && right.decide && (
          <Button onClick={send(apply, true)} disabled={pending}>
            {t('confirm', { effect })}
          </Button>
        )}
        {heldId !== null && right.reject && (
          <Button variant="default" onClick={send(reject, true)} disabled={pending}>
            {t(right.why === 'OFFERED' ? 'withdraw' : 'reject')}
          </Button>
        )}
        <Button variant="subtle" onClick={onLeave} disabled={pending}>
          {t('leave')}
        </Button>
      </div>
      <p role="status" className={classes.small}>
        {pending ? t('working') : t('oneTransaction')}
      </p>
    </div>
  );
}

/** Why the list is not this person's to apply, and whose it is. */
function WhoDecides({ head: { right, heldId, holds } }: { head: PreviewHead }) {
  const t = useTranslations('imports.decide');
  const names = right.others.join(t('comma'));
  const who = right.others.length > 0 ? t('others', { names }) : t('noOthers');
  const why =
    right.why === 'OUT_OF_REACH'
      ? t('outOfReach')
      : right.why === 'OFFERED'
        ? t('offered')
        : heldId === null && holds.length > 0
          ? t('second')
          : null;
  if (why === null) return null;
  return (
    <Alert color="yellow" role="note">
      {why} {who}
    </Alert>
  );
}
