'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { type ListQuery, listHref } from '../area-list/list-query';
import { RowKeys } from '../area-list/row-keys';
import { ZonedTime } from '../ui/zoned-time';
import { type PlaceColumn, type PlaceCount, sortPlaces } from './place-count';
import classes from './place-table.module.css';

/**
 * The map's twin: the same numbers by county (or prefecture), sortable, with what changed and waits there.
 * @param props.at cut-off, epoch ms
 */
export function PlaceTable(props: {
  rows: readonly PlaceCount[];
  rank: 'county' | 'prefecture';
  knowsMedium: boolean;
  at: number;
}) {
  const { rows, rank, knowsMedium, at } = props;
  const t = useTranslations('dashboard.table');
  const [order, setOrder] = useState<{ by: PlaceColumn; rising: boolean }>({ by: 'HIGH', rising: false });
  const sorted = useMemo(() => sortPlaces(rows, order.by, order.rising), [rows, order]);
  const columns: PlaceColumn[] = ['HIGH', 'MEDIUM', 'began', 'ended', 'dueToday', 'lacking'];
  const shown = columns.filter((column) => column !== 'MEDIUM' || knowsMedium);
  const heading = (column: PlaceColumn, label: string) => (
    <th
      scope="col"
      key={column}
      aria-sort={order.by !== column ? 'none' : order.rising ? 'ascending' : 'descending'}
    >
      <button
        type="button"
        title={t('sort', { column: label })}
        onClick={() =>
          setOrder({ by: column, rising: order.by === column ? !order.rising : column === 'name' })
        }
      >
        {label}
        <span aria-hidden="true">{order.by !== column ? '' : order.rising ? '↑' : '↓'}</span>
      </button>
    </th>
  );
  if (rows.length === 0) return <p className={classes.none}>{t('none')}</p>;
  return (
    <RowKeys>
      <table className={classes.table}>
        <thead>
          <tr>
            {heading('name', t(`place.${rank}`))}
            {shown.map((column) => heading(column, t(column)))}
            {heading('latest', t('latest'))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <PlaceLine key={row.code} row={row} columns={shown} at={at} />
          ))}
        </tbody>
        <tfoot>
          <TotalLine rows={rows} columns={shown} />
        </tfoot>
      </table>
    </RowKeys>
  );
}

/** The list behind each number; where there is none, the number stands without a link. */
const FILTER: Partial<Record<PlaceColumn, Partial<ListQuery>>> = {
  HIGH: { level: 'HIGH' },
  MEDIUM: { level: 'MEDIUM' },
  dueToday: { due: 'today' },
  lacking: { due: 'lacking' },
};

function PlaceLine({ row, columns, at }: { row: PlaceCount; columns: PlaceColumn[]; at: number }) {
  const t = useTranslations('dashboard.table');
  const format = useFormatter();
  const known = row.code !== '';
  const place: Partial<ListQuery> = known ? { division: row.code } : { unresolved: true };
  return (
    <tr data-row="">
      <th scope="row">
        <Link href={listHref(place)} prefetch={false} title={row.above} lang="zh-CN">
          {known ? row.name : t('unknownPlace')}
        </Link>
      </th>
      {columns.map((column) => {
        const value = Number(row[column]);
        const filter = FILTER[column];
        const text = column === 'began' && value > 0 ? `+${format.number(value)}` : format.number(value);
        return (
          <td key={column} data-zero={value === 0} data-bad={column === 'lacking' && value > 0}>
            {filter && value > 0 ? (
              <Link href={listHref({ ...place, ...filter })} prefetch={false} tabIndex={-1}>
                {text}
              </Link>
            ) : (
              text
            )}
          </td>
        );
      })}
      <td data-zero={row.latest === null}>
        {row.latest === null ? '—' : <ZonedTime at={row.latest} now={at} />}
      </td>
    </tr>
  );
}

function TotalLine({ rows, columns }: { rows: readonly PlaceCount[]; columns: PlaceColumn[] }) {
  const t = useTranslations('dashboard.table');
  const format = useFormatter();
  return (
    <tr>
      <th scope="row">{t('total')}</th>
      {columns.map((column) => (
        <td key={column}>{format.number(rows.reduce((sum, row) => sum + Number(row[column]), 0))}</td>
      ))}
      <td />
    </tr>
  );
}
