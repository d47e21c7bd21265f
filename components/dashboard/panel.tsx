import Link from 'next/link';
import type { ReactNode } from 'react';
import classes from './dashboard.module.css';

/** A framed part of the dashboard with its heading and, at the right, a link to all of it. */
export function Panel(props: {
  title: string;
  area: 'table' | 'due' | 'changes';
  all?: { href: string; label: string };
  children: ReactNode;
}) {
  const { title, area, all, children } = props;
  return (
    <section className={classes.panel} data-area={area} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {all && (
          <Link href={all.href} prefetch={false}>
            {all.label} →
          </Link>
        )}
      </header>
      <div className={classes.scroll}>{children}</div>
    </section>
  );
}
