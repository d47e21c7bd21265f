import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { PreviewSection } from '@/domain/list/preview';
import classes from './imports.module.css';
import { PreviewRowView } from './preview-row-view';
import { useRows } from './use-rows';

const ROW_PX = 58;

/** The rows of one section; only those in view are on the page, however many there are. */
export function PreviewTable(props: { token: string; section: PreviewSection; size: number }) {
  const { token, section, size } = props;
  const t = useTranslations('imports');
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: size,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const { rowAt, retry } = useRows(token, section, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  return (
    <section
      ref={scroll}
      className={classes.rows}
      style={{ height: Math.min(size, 9) * ROW_PX + 2 }}
      aria-label={t('rowsLabel', { section: t(`section.${section}`), count: size })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled list must be reachable with the keyboard
      tabIndex={0}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => (
          <div
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            className={classes.row}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <PreviewRowView
              number={item.index + 1}
              row={rowAt(item.index)}
              onRetry={() => retry(item.index)}
            />
          </div>
        ))}
      </div>
    </section>
  );
}
