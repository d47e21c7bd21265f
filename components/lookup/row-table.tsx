import type { TreeRow } from '@/domain/lookup/sheet/sheet';
import { HeldFigure } from './held-figure';
import { lookupHref } from './lookup-href';
import classes from './row-table.module.css';

/** Divisions with what they hold, each a link to its own answer. @param props.spread also say over how many below */
export function RowTable({ rows, spread = false }: { rows: readonly TreeRow[]; spread?: boolean }) {
  return (
    <ul className={classes.rows}>
      {rows.map((row) => (
        <li key={row.code}>
          <a href={lookupHref({ code: row.code })}>{row.name}</a>
          <HeldFigure row={row} spread={spread} />
        </li>
      ))}
    </ul>
  );
}
