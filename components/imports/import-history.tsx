import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { ZonedTime } from '@/components/ui/zoned-time';
import { CHANGES, type ImportRecord } from '@/domain/list/preview';
import { useHoldSentence } from './hold-notice';
import classes from './imports.module.css';

/** What was imported, what was set aside, and first of all what waits for a decision. */
export function ImportHistory(props: {
  imports: readonly ImportRecord[];
  total: number;
  now: number;
  language: 'zh' | 'en';
}) {
  const { imports, total, now, language } = props;
  const t = useTranslations('imports.history');
  const section = useTranslations('imports.section');
  const sentence = useHoldSentence();
  return (
    <section className={classes.panel} aria-labelledby="import-history-title">
      <h2 id="import-history-title">{t('title')}</h2>
      {imports.length === 0 && <EmptyState title={t('emptyTitle')} text={t('emptyText')} />}
      <ol className={classes.history}>
        {imports.map((record) => (
          <li key={record.id} data-status={record.status}>
            <div className={classes.line}>
              <b className={classes.status}>{t(`status.${record.status}`)}</b>
              <span>{record.authority[language]}</span>
              <ZonedTime at={record.listTime} now={now} zone />
              <span className={classes.file}>{record.fileName}</span>
            </div>
            <div className={classes.small}>
              {CHANGES.map((kind) => `${section(kind)} ${record.counts[kind] ?? 0}`).join(' · ')}
              {(record.counts.discrepancies ?? 0) > 0 &&
                ` · ${section('discrepancies')} ${record.counts.discrepancies}`}
            </div>
            <div className={classes.small}>
              {t('received', { who: record.receivedBy ?? t('system') })}{' '}
              <ZonedTime at={record.receivedAt} now={now} />
              {record.decidedAt !== null && record.status !== 'HELD' && (
                <>
                  {' · '}
                  {t(`decided.${record.status}`, { who: record.decidedBy ?? t('system') })}{' '}
                  <ZonedTime at={record.decidedAt} now={now} />
                </>
              )}
              {record.reason && ` · ${t('reason', { reason: record.reason })}`}
            </div>
            {record.status === 'HELD' && (
              <>
                <ul>
                  {record.holds.map((hold) => (
                    <li key={hold.code}>{hold.text?.[language] ?? sentence(hold.code)}</li>
                  ))}
                </ul>
                <Button component="a" href={`/imports?held=${record.id}`} size="xs">
                  {t('review')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ol>
      {total > imports.length && (
        <p className={classes.small}>{t('more', { shown: imports.length, total })}</p>
      )}
    </section>
  );
}
