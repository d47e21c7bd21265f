import { useTranslations } from 'next-intl';
import { LevelShape } from '@/components/level/level-shape';
import { LEVELS } from '@/domain/level/level';
import type { TreeRow } from '@/domain/lookup/sheet/sheet';
import classes from './division-tree.module.css';
import { lookupHref } from './lookup-href';
import { RowTable } from './row-table';

const FEW = 12;

/** Divisions to go down into: those that hold areas with their figures, the others by name and level. */
export function DivisionTree(props: {
  rows: readonly TreeRow[];
  title: string;
  id: string;
  /** Show all names at once: where the tree is the answer. */
  open?: boolean;
}) {
  const { rows, title, id, open = false } = props;
  const t = useTranslations('lookup.tree');
  const level = useTranslations('level.short');
  const holding = rows.filter(holds);
  const rest = rows.filter((row) => !holds(row));
  const kinds = LEVELS.filter((one) => rest.some((row) => row.level === one));
  const grids = kinds.map((one) => (
    <div key={one}>
      <p className={classes.level}>
        <LevelShape level={one} size={12} /> {level(one)}
      </p>
      <ul className={classes.names}>
        {rest
          .filter((row) => row.level === one)
          .map((row) => (
            <li key={row.code}>
              <a href={lookupHref({ code: row.code })}>{row.name}</a>
            </li>
          ))}
      </ul>
    </div>
  ));
  if (rows.length === 0) return null;
  return (
    <section className={classes.tree} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {holding.length > 0 && <RowTable rows={holding} />}
      {rest.length > 0 && !open && (holding.length > 0 || rest.length > FEW) ? (
        <details>
          <summary>{t(holding.length > 0 ? 'rest' : 'all', { count: rest.length })}</summary>
          {grids}
        </details>
      ) : (
        grids
      )}
    </section>
  );
}

function holds({ contains }: TreeRow): boolean {
  return contains.HIGH + contains.MEDIUM > 0;
}
