import type { ReactNode } from 'react';
import classes from './area-page.module.css';

/** A framed part of the page with its heading. @param props.id of the heading, which names the part */
export function AreaPanel(props: { id: string; title: string; hint?: ReactNode; children: ReactNode }) {
  const { id, title, hint, children } = props;
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      {children}
    </section>
  );
}
