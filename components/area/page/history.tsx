import { useTranslations } from 'next-intl';
import { LevelBadge } from '@/components/level/level-badge';
import { ZonedTime } from '@/components/ui/zoned-time';
import type { RecordedLevel } from '@/domain/area/area-view';
import { AreaPanel } from './panel';
import classes from './table.module.css';
import { TableCell } from './table-cell';

/** All levels in two times; rows that a correction replaced stay, and say so. */
export function AreaHistory({ rows, at }: { rows: readonly RecordedLevel[]; at: number }) {
  const t = useTranslations('area.history');
  const cause = useTranslations('area.timeline.cause');
  if (rows.length === 0) {
    return (
      <AreaPanel id="history" title={t('title')}>
        <p>{t('empty')}</p>
      </AreaPanel>
    );
  }
  return (
    <AreaPanel id="history" title={t('title')} hint={t('hint')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('level')}</th>
            <th scope="col">{t('valid')}</th>
            <th scope="col">{t('recorded')}</th>
            <th scope="col">{t('cause')}</th>
            <th scope="col">{t('rule')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-gone={row.recordedTo !== null || undefined}>
              <TableCell label={t('level')}>
                <LevelBadge level={row.level} size="sm" />
              </TableCell>
              <TableCell label={t('valid')}>
                <ZonedTime at={row.validFrom} now={at} /> –{' '}
                {row.validTo === null ? t('open') : <ZonedTime at={row.validTo} now={at} />}
              </TableCell>
              <TableCell label={t('recorded')}>
                <ZonedTime at={row.recordedFrom} now={at} />{' '}
                {row.recordedTo === null ? (
                  <strong>{t('current')}</strong>
                ) : (
                  <span>
                    {t.rich('until', {
                      time: () => <ZonedTime key="until" at={row.recordedTo ?? 0} now={at} />,
                    })}
                  </span>
                )}
              </TableCell>
              <TableCell label={t('cause')}>
                {cause(row.endCause ?? row.cause)}
                <span className={classes.small}> {row.reason}</span>
              </TableCell>
              <TableCell label={t('rule')}>
                <span className={classes.whole}>
                  {row.policy.id} v{row.policy.version}
                </span>
              </TableCell>
            </tr>
          ))}
        </tbody>
      </table>
    </AreaPanel>
  );
}
