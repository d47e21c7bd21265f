'use client';

import type { KeyboardEvent, ReactNode } from 'react';

/**
 * Lets the arrow keys go from row to row of what it holds: Up, Down, Home, End move the focus between the first links
 * of `[data-row]` elements; Enter opens the focused one as any link.
 */
export function RowKeys({ children, className }: { children: ReactNode; className?: string }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for what its links receive and is no control itself.
    <div className={className} onKeyDown={move}>
      {children}
    </div>
  );
}

function move(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')].flatMap(
    (row) => row.querySelector<HTMLElement>('a') ?? [],
  );
  const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
  const present = links.findIndex((link) => row?.contains(link));
  if (present < 0) return;
  const wanted = { ArrowDown: present + 1, ArrowUp: present - 1, Home: 0, End: links.length - 1 }[event.key];
  const link = wanted === undefined ? undefined : links[wanted];
  if (!link) return;
  event.preventDefault();
  link.focus();
  link.scrollIntoView({ block: 'nearest' });
}
