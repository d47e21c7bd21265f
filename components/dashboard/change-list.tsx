import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { DesignationCause } from '@/domain/area/types';
import type { Level } from '@/domain/level/level';
import { LevelBadge } from '../level/level-badge';
import { ZonedTime } from '../ui/zoned-time';
import classes from './change-list.module.css';

/** Levels that changed alike in one recording; `areaId` and `name` are those of one of them. Instants in epoch ms. */
export interface ChangeLine {
  readonly seq: number;
  readonly count: number;
  /** There may be more than `count`. */
  readonly atLeast: boolean;
  readonly areaId: string;
  readonly name: string;
  readonly path: readonly string[];
  readonly to: Level;
  readonly cause: DesignationCause;
  readonly effectiveAt: number;
  readonly recordedAt: number;
}

/** What changed last, newest first. @param props.at cut-off, epoch ms */
export function ChangeList(props: { changes: readonly ChangeLine[]; at: number }) {
  const { changes, at } = props;
  const t = useTranslations('dashboard.changes');
  if (changes.length === 0) return <p className={classes.none}>{t('none')}</p>;
  return (
    <ul className={classes.list}>
      {changes.map((change) => (
        <li key={change.seq}>
          <ZonedTime at={change.recordedAt} now={at} />
          <div>
            <LevelBadge level={change.to} short size="sm" /> <ChangedPlace change={change} />
            <p>
              {t(`cause.${change.cause}`)}
              {change.effectiveAt !== change.recordedAt && (
                <>
                  {' · '}
                  {t.rich('effective', {
                    time: () => <ZonedTime at={change.effectiveAt} now={at} />,
                  })}
                </>
              )}
              {change.count === 1 && <span lang="zh-CN">{` · ${change.path.at(-1) ?? ''}`}</span>}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function ChangedPlace({ change }: { change: ChangeLine }) {
  const t = useTranslations('dashboard.changes');
  const { count, atLeast, name, areaId } = change;
  const place = () => (
    <Link href={`/areas/${areaId}`} prefetch={false} lang="zh-CN">
      {name}
    </Link>
  );
  if (count === 1 && !atLeast) return place();
  return t.rich(atLeast ? 'atLeast' : 'several', { place, count, others: count - 1 });
}
