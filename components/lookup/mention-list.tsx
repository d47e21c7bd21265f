import { useTranslations } from 'next-intl';
import { LevelBadge } from '@/components/level/level-badge';
import type { AreaMention } from '@/domain/lookup/types';
import { lookupHref } from './lookup-href';
import classes from './mention-list.module.css';

const SHOWN = 8;

/** Areas with their levels, each a link to its own answer; a long list shows its beginning first. */
export function MentionList({ areas, shown = SHOWN }: { areas: readonly AreaMention[]; shown?: number }) {
  const t = useTranslations('lookup.tree');
  const rows = (list: readonly AreaMention[]) => (
    <ul className={classes.list}>
      {list.map((area) => (
        <li key={area.id}>
          <LevelBadge level={area.level} short size="sm" />
          <a href={lookupHref({ id: area.id })}>{area.name}</a>
        </li>
      ))}
    </ul>
  );
  if (areas.length <= shown + 1) return rows(areas);
  return (
    <>
      {rows(areas.slice(0, shown))}
      <details className={classes.more}>
        <summary>{t('showMore', { count: areas.length - shown })}</summary>
        {rows(areas.slice(shown))}
      </details>
    </>
  );
}
