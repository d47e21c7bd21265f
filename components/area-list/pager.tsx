import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import classes from './list.module.css';
import { type ListQuery, listHref, listParams } from './list-query';

/**
 * The pages of the list as links, and a box to go to one by number. Nothing when all fits one page.
 * @param props.pages how many there are
 * @param props.foot the same once more, below the list
 */
export function Pager({ query, pages, foot }: { query: ListQuery; pages: number; foot?: boolean }) {
  const t = useTranslations('areas.pager');
  const format = useFormatter();
  if (pages <= 1) return null;
  const { page } = query;
  const link = (label: 'first' | 'previous' | 'next' | 'last', to: number, possible: boolean) =>
    possible ? (
      <Link href={listHref({ ...query, page: to })} prefetch={false} rel={REL[label]} data-step={label}>
        {t(label)}
      </Link>
    ) : (
      <span data-step={label}>{t(label)}</span>
    );
  return (
    <nav className={classes.pager} aria-label={t(foot ? 'footLabel' : 'label')}>
      {link('first', 1, page > 1)}
      {link('previous', page - 1, page > 1)}
      <form action="/areas" method="get">
        {[...listParams({ ...query, page: 1 })].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label>
          {t('page')}{' '}
          <input
            type="number"
            name="page"
            min={1}
            max={pages}
            defaultValue={page}
            key={page}
            inputMode="numeric"
          />
        </label>{' '}
        {t('of', { pages: format.number(pages) })}
      </form>
      {link('next', page + 1, page < pages)}
      {link('last', pages, page < pages)}
    </nav>
  );
}

const REL: Record<string, string | undefined> = { previous: 'prev', next: 'next' };
