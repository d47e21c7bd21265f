import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { DivisionOption, FindDivisions } from '../division/division-option';
import { EmptyState } from '../ui/empty-state';
import { ZonedTime } from '../ui/zoned-time';
import type { AreaRow } from './area-row';
import { AreaTable } from './area-table';
import { Filters } from './filters';
import classes from './list.module.css';
import { type ListQuery, listHref } from './list-query';
import { NothingAtAll } from './nothing-at-all';
import { Pager } from './pager';

const TOTAL = 'areas-total';

/**
 * The list of standing areas: filter, total with its cut-off, one page of rows, pages.
 * @param props.unknown parameters of the address that say nothing known; shown, because they filter nothing
 * @param props.empty nothing stands in the viewer's reach, whatever the filter
 */
export function AreaList(props: {
  query: ListQuery;
  unknown: readonly string[];
  at: number;
  total: number;
  pageSize: number;
  rows: readonly AreaRow[];
  division: DivisionOption | null;
  authorities: readonly { id: string; name: string }[];
  empty: boolean;
  find: FindDivisions;
  mayCommand: boolean;
}) {
  const { query, unknown, at, total, pageSize, rows, division, authorities, empty, find } = props;
  const t = useTranslations('areas');
  const pages = Math.ceil(total / pageSize);
  return (
    <div className={classes.list}>
      {unknown.length > 0 && (
        <p className={classes.notice} role="alert">
          {t('unknownParameter', { given: unknown.join('　') })}
        </p>
      )}
      <div className={classes.panel}>
        <Filters query={query} division={division} authorities={authorities} find={find} />
      </div>
      <div className={classes.bar} id={TOTAL}>
        <ListTotal total={total} at={at} from={(query.page - 1) * pageSize + 1} shown={rows.length} />
        <Pager query={query} pages={pages} />
      </div>
      <div className={`${classes.panel} ${classes.wideOnly}`}>
        {rows.length > 0 ? (
          <AreaTable
            rows={rows}
            query={query}
            at={at}
            authorities={new Map(authorities.map(({ id, name }) => [id, name]))}
            labelledBy={TOTAL}
          />
        ) : empty ? (
          <NothingAtAll mayCommand={props.mayCommand} />
        ) : total > 0 ? (
          <EmptyState title={t('pastEnd.title', { page: query.page })} text={t('pastEnd.text', { pages })}>
            <Link href={listHref({ ...query, page: pages })}>{t('pastEnd.last')}</Link>
          </EmptyState>
        ) : (
          <EmptyState title={t('noMatch.title')} text={t('noMatch.text')}>
            <Link href="/areas">{t('noMatch.clear')}</Link>
          </EmptyState>
        )}
      </div>
      {rows.length > 20 && (
        <div className={classes.bar}>
          <Pager query={query} pages={pages} foot />
        </div>
      )}
    </div>
  );
}

/**
 * How many areas pass the filter, as of when, and which of them this page shows.
 * @param props.at cut-off, epoch ms
 * @param props.from number of the first one shown, from 1; @param props.shown how many are shown
 */
function ListTotal(props: { total: number; at: number; from: number; shown: number }) {
  const { total, at, from, shown } = props;
  const t = useTranslations('areas.total');
  const format = useFormatter();
  return (
    <div role="status">
      <h2>{t('count', { count: total })}</h2> {t.rich('cutOff', { time: () => <ZonedTime at={at} zone /> })}
      {shown > 0 && shown < total && (
        <> · {t('range', { from: format.number(from), to: format.number(from + shown - 1) })}</>
      )}
    </div>
  );
}
