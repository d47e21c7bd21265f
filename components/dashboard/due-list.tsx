import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { AreaRow } from '../area-list/area-row';
import { Release } from '../area-list/release';
import { RoundState } from '../area-list/round-state';
import { RowKeys } from '../area-list/row-keys';
import { DayDots } from '../ui/day-dots';
import classes from './due-list.module.css';

/** What waits, most pressing first: place, days as dots, state of the round, release. @param props.at epoch ms */
export function DueList(props: { rows: readonly AreaRow[]; at: number }) {
  const { rows, at } = props;
  const t = useTranslations('dashboard.due');
  if (rows.length === 0) {
    return (
      <p className={classes.none}>
        <strong>{t('none')}</strong>
        <br />
        {t('noneText')}
      </p>
    );
  }
  return (
    <RowKeys>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('place')}</th>
            <th scope="col">{t('days')}</th>
            <th scope="col">{t('round')}</th>
            <th scope="col">{t('release')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ areaId, name, county, decision }) => (
            <tr key={areaId} data-row="">
              <th scope="row" lang="zh-CN">
                <Link href={`/areas/${areaId}`} prefetch={false}>
                  {name}
                </Link>
                <span>{county?.name}</span>
              </th>
              <td>
                {decision?.counting && (
                  <DayDots counted={decision.counting.completed} total={decision.counting.required} />
                )}
              </td>
              <td>
                <RoundState decision={decision} at={at} />
              </td>
              <td>
                <Release decision={decision} at={at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </RowKeys>
  );
}
