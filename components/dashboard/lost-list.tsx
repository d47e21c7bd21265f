import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { StatedLevel } from '@/domain/level/level';
import { useSay } from '../ui/use-say';
import classes from './lost-list.module.css';

/** An area whose lowering by the rule is not borne out any more; `loweredAt` epoch ms. */
export interface LostRow {
  readonly areaId: string;
  readonly name: string;
  readonly from: StatedLevel;
  readonly loweredAt: number;
}

/** The areas proposed for raising because what they were lowered by has changed. Nothing where there are none. */
export function LostList({ rows }: { rows: readonly LostRow[] }) {
  const t = useTranslations('dashboard.lost');
  const levelWord = useTranslations('level.long');
  const { sayInstant } = useSay();
  if (rows.length === 0) return null;
  return (
    <section className={classes.lost} aria-label={t('title')}>
      <h2>
        {t('title')} <span>{rows.length}</span>
      </h2>
      <p>{t('text')}</p>
      <ul>
        {rows.map(({ areaId, name, from, loweredAt }) => (
          <li key={areaId}>
            <Link href={`/areas/${areaId}`} prefetch={false} lang="zh-CN">
              {name}
            </Link>{' '}
            <span>{t('row', { time: sayInstant(loweredAt), level: levelWord(from) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
