import { useTranslations } from 'next-intl';
import { LevelShape } from '@/components/level/level-shape';
import type { TreeRow } from '@/domain/lookup/sheet/sheet';
import classes from './held-figure.module.css';

/** What a division holds, in one line: 「▲ 428 处高风险，11 个县市区」; what is unknown is never drawn as none. */
export function HeldFigure({ row, spread = false }: { row: TreeRow; spread?: boolean }) {
  const t = useTranslations('lookup');
  const held = (['HIGH', 'MEDIUM'] as const).filter((level) => row.contains[level] > 0);
  if (held.length === 0) {
    const words = row.level === 'UNKNOWN' ? t('around.unknown') : t('around.none');
    const stated = row.level === 'HIGH' || row.level === 'MEDIUM';
    return (
      <span className={classes.figure} data-level={row.level}>
        <LevelShape level={row.level} size={12} />
        {stated ? t('headline.whole', { level: t(`level.${row.level}`) }) : words}
      </span>
    );
  }
  return (
    <span className={classes.figure}>
      {held.map((level) => (
        <span key={level} className={classes.count} data-level={level}>
          <LevelShape level={level} size={12} />
          <b>{row.contains[level]}</b> {t(`around.${level}`)}
        </span>
      ))}
      {spread && row.holders > 0 && <small>{t(`around.${row.kind}`, { count: row.holders })}</small>}
      {row.level === 'UNKNOWN' && <small>{t('around.restUnknown')}</small>}
    </span>
  );
}
