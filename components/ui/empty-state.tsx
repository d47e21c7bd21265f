import type { ReactNode } from 'react';
import classes from './states.module.css';

/**
 * A list that was loaded and holds nothing.
 * @param props.title what there is none of, e.g. 今日无应降级的风险区
 * @param props.text since when, by which source, or what to do next
 */
export function EmptyState(props: { title: string; text?: ReactNode; children?: ReactNode }) {
  const { title, text, children } = props;
  return (
    <div className={classes.state} data-kind="empty">
      <h3>{title}</h3>
      {text !== undefined && <p>{text}</p>}
      {children}
    </div>
  );
}
