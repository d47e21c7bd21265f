import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { LevelBadge } from '../level/level-badge';
import { DayDots } from '../ui/day-dots';
import { ZonedTime } from '../ui/zoned-time';
import { type AreaRow, pathOfRow } from './area-row';
import classes from './area-table.module.css';
import { type ListQuery, listHref, type Sort, sortedBy } from './list-query';
import { Release } from './release';
import { RoundState } from './round-state';
import { RowKeys } from './row-keys';

/**
 * Standing areas as a table; as cards on a phone. Up and Down go from row to row, Enter opens one.
 * @param props.at cut-off of the list, epoch ms
 * @param props.authorities name of each authority by id, in the reader's language
 * @param props.labelledBy id of the heading
 */
export function AreaTable(props: {
  rows: readonly AreaRow[];
  query: ListQuery;
  at: number;
  authorities: ReadonlyMap<string, string>;
  labelledBy: string;
}) {
  const { rows, query, at, authorities, labelledBy } = props;
  const t = useTranslations('areas.column');
  const plain = (name: 'kind' | 'days' | 'round' | 'authority') => (
    <th scope="col" data-cell={name}>
      {t(name)}
    </th>
  );
  return (
    <RowKeys>
      <table aria-labelledby={labelledBy} className={classes.table}>
        <thead>
          <tr>
            <SortHeader column="level" query={query} />
            <SortHeader column="name" query={query} />
            <SortHeader column="division" query={query} />
            {plain('kind')}
            <SortHeader column="since" query={query} />
            {plain('days')}
            {plain('round')}
            <SortHeader column="release" query={query} />
            {plain('authority')}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.areaId} row={row} at={at} authority={authorities.get(row.authorityId)} />
          ))}
        </tbody>
      </table>
    </RowKeys>
  );
}

function Row({ row, at, authority }: { row: AreaRow; at: number; authority: string | undefined }) {
  const t = useTranslations('areas');
  const { decision } = row;
  const counting = decision?.counting ?? null;
  return (
    <tr data-row="">
      <td data-cell="level">
        <LevelBadge level={row.level} short />
      </td>
      <th scope="row" data-cell="name">
        <Link href={`/areas/${row.areaId}`} prefetch={false} lang="zh-CN">
          {row.name}
        </Link>
        {row.drill && <span className={classes.drill}>{t('drill')}</span>}
        {!row.resolved && <span className={classes.unresolved}>{t('unresolved')}</span>}
      </th>
      <td data-cell="path" lang="zh-CN">
        {pathOfRow(row)}
      </td>
      <td data-cell="kind">{t(`kind.${row.kind}`)}</td>
      <td data-cell="since">
        <i className={classes.label} aria-hidden="true">
          {t('column.since')}
        </i>
        <ZonedTime at={row.since} now={at} />
      </td>
      <td data-cell="days">
        {counting ? <DayDots counted={counting.completed} total={counting.required} /> : t('release.none')}
      </td>
      <td data-cell="round">
        <i className={classes.label} aria-hidden="true">
          {t('column.round')}
        </i>
        <RoundState decision={decision} at={at} />
      </td>
      <td data-cell="release">
        <i className={classes.label} aria-hidden="true">
          {t('column.release')}
        </i>
        <Release decision={decision} at={at} />
      </td>
      <td data-cell="authority">{authority ?? row.authorityId}</td>
    </tr>
  );
}

/** A column heading that sorts the list through its address. */
function SortHeader({ column, query }: { column: Sort; query: ListQuery }) {
  const t = useTranslations('areas.column');
  const sorted = (query.sort ?? 'level') === column;
  // By level, "ascending" puts the highest first, as the list does by itself.
  const down = Boolean(query.descending) !== (column === 'level');
  const Icon = down ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" aria-sort={sorted ? (down ? 'descending' : 'ascending') : 'none'} data-cell={column}>
      <Link href={listHref(sortedBy(query, column))} prefetch={false} scroll={false}>
        {t(column)}
        {sorted && <Icon size={14} stroke={2} aria-hidden="true" />}
      </Link>
    </th>
  );
}
