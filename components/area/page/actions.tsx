'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { dialogHref } from '@/components/area/record/dialogs';
import type { AreaActionSet } from '@/components/area/record/inputs';
import { RecordLink } from '@/components/area/record/record-link';
import { closeDialog, useDialog } from '@/components/area/record/use-dialog';
import { useFollowUp } from '@/components/area/record/use-follow-up';
import type { AreaView } from '@/domain/area/area-view';
import classes from './actions.module.css';

// The forms come when one is opened; a reader of the page does not load them.
const RecordDialog = dynamic(
  () => import('@/components/area/record/record-dialog').then((module) => module.RecordDialog),
  {
    ssr: false,
  },
);

/**
 * What an officer may do here, the open dialog, and what the last act did. After an act the page asks again for some
 * seconds, because the rule may lower the area right after it.
 */
export function AreaActions(props: { area: AreaView; sentence: string; actions: AreaActionSet }) {
  const { area, sentence, actions } = props;
  const t = useTranslations('area.act');
  const open = useDialog();
  const { outcome, watching, follow, dismiss } = useFollowUp(area.level);
  const levelWord = useTranslations('area.levelWord');
  const onDone = (message: string) => {
    closeDialog();
    follow(message);
  };
  return (
    <>
      <nav className={classes.actions} aria-label={t('label')}>
        <RecordLink dialog="infection" className={classes.button}>
          {t('infection')}
        </RecordLink>
        <RecordLink dialog="screening" className={classes.button}>
          {t('screening')}
        </RecordLink>
        <RecordLink dialog="level" className={classes.primary}>
          {area.level === null ? t('designate') : t('level')}
        </RecordLink>
      </nav>
      <div role="status" className={classes.status}>
        {outcome !== null && (
          <div className={classes.outcome}>
            <p>
              {outcome.message}
              {outcome.changed && <strong> {t('updated', { level: levelWord(area.level ?? 'LOW') })}</strong>}
              {watching && !outcome.changed && <span> {t('watching')}</span>}
              {!watching && !outcome.changed && <span> {t('unchanged')}</span>}
            </p>
            <Button size="compact-sm" variant="subtle" onClick={dismiss}>
              {t('dismiss')}
            </Button>
          </div>
        )}
      </div>
      {open !== null && (
        <RecordDialog
          key={dialogHref(open.dialog, open.record)}
          {...open}
          area={area}
          sentence={sentence}
          actions={actions}
          onClose={closeDialog}
          onDone={onDone}
        />
      )}
    </>
  );
}
