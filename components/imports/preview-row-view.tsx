import { Anchor, Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LevelBadge } from '@/components/level/level-badge';
import type { PreviewRow } from '@/domain/list/preview';
import classes from './imports.module.css';

/** One row of a preview: level before and after, place with its path, reason, and where it stands in the file. */
export function PreviewRowView(props: {
  number: number;
  row: PreviewRow | 'loading' | 'failed';
  onRetry: () => void;
}) {
  const { number, row, onRetry } = props;
  const t = useTranslations('imports');
  if (row === 'loading') return <span className={classes.pending}>{t('rowLoading', { number })}</span>;
  if (row === 'failed') {
    return (
      <span role="alert">
        {t('rowFailed', { number })}{' '}
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          {t('retry')}
        </Button>
      </span>
    );
  }
  const { from, to, path, name, formerName, pointer, areaId, reason } = row;
  return (
    <>
      <span className={classes.levels}>
        {from && <LevelBadge level={from} short size="sm" />}
        {from && to && from !== to && <span aria-hidden="true">→</span>}
        {to && from !== to && <LevelBadge level={to} short size="sm" />}
      </span>
      <span className={classes.place} lang="zh-CN">
        <small>{path}</small>
        <span>
          {areaId ? (
            <Anchor href={`/areas/${areaId}`} target="_blank" inherit>
              {name}
            </Anchor>
          ) : (
            name
          )}
          {formerName !== null && <small> ← {formerName}</small>}
        </span>
      </span>
      <span className={classes.reason}>
        {reason}
        {pointer !== null && <code>{pointer}</code>}
      </span>
    </>
  );
}
