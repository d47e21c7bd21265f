import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ListQuery, listHref, type Sort, sortedBy } from './list-query';

/** A column heading that sorts the list through its address. */
export function SortHeader({ column, query }: { column: Sort; query: ListQuery }) {
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
