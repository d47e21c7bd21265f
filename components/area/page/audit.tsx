import { useTranslations } from 'next-intl';
import { ZonedTime } from '@/components/ui/zoned-time';
import type { AuditView } from '@/domain/area/area-view';
import { AreaPanel } from './panel';
import classes from './table.module.css';
import { TableCell } from './table-cell';

/** The audit trail of the area: who did what, when, why, and the state before and after. */
export function AreaAudit(props: {
  rows: readonly AuditView[];
  at: number;
  nameOf: (actorId: string) => string | null;
}) {
  const { rows, at, nameOf } = props;
  const t = useTranslations('area.audit');
  if (rows.length === 0) {
    return (
      <AreaPanel id="audit" title={t('title')}>
        <p>{t('empty')}</p>
      </AreaPanel>
    );
  }
  return (
    <AreaPanel id="audit" title={t('title')} hint={t('hint', { count: rows.length })}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('seq')}</th>
            <th scope="col">{t('at')}</th>
            <th scope="col">{t('actor')}</th>
            <th scope="col">{t('action')}</th>
            <th scope="col">{t('detail')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.seq}>
              <TableCell label={t('seq')}>#{row.seq}</TableCell>
              <TableCell label={t('at')}>
                <ZonedTime at={row.at} now={at} />
              </TableCell>
              <TableCell label={t('actor')}>{nameOf(row.actorId) ?? row.actorId}</TableCell>
              <TableCell label={t('action')}>
                {t.has(`actions.${row.action}`) ? t(`actions.${row.action}`) : row.action}
                {row.reason !== '' && <span className={classes.small}> {row.reason}</span>}
              </TableCell>
              <TableCell label={t('detail')}>
                <Detail row={row} />
              </TableCell>
            </tr>
          ))}
        </tbody>
      </table>
    </AreaPanel>
  );
}

function Detail({ row }: { row: AuditView }) {
  const t = useTranslations('area.audit');
  const parts = [
    [t('before'), row.before],
    [t('after'), row.after],
  ].filter(([, value]) => value !== null && value !== undefined);
  return (
    <details className={classes.detail}>
      <summary>{t('detail')}</summary>
      {parts.map(([label, value]) => (
        <p key={String(label)}>
          {String(label)} <code>{JSON.stringify(value, null, 1)}</code>
        </p>
      ))}
      {row.hash !== '' && (
        <p>
          {t('hash')} <code>{row.hash}</code>
        </p>
      )}
    </details>
  );
}
