import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import classes from './page-header.module.css';

/** One step of the path above a heading. */
export interface Crumb {
  readonly label: string;
  readonly href?: string;
}

/**
 * Top of a page: where it stands, what it is, one sentence that can be read aloud, and what may be done.
 * @param props.beside right of the heading: badge, since when, by which notice
 * @param props.sentence the state in one sentence
 */
export function PageHeader(props: {
  title: string;
  path?: readonly Crumb[];
  beside?: ReactNode;
  sentence?: ReactNode;
  actions?: ReactNode;
}) {
  const { title, path = [], beside, sentence, actions } = props;
  return (
    <header className={classes.header}>
      <div className={classes.text}>
        {path.length > 0 && (
          <p className={classes.path}>
            {path.map(({ label, href }, index) => (
              <Fragment key={`${href ?? ''} ${label}`}>
                {index > 0 && <span aria-hidden="true"> / </span>}
                {href === undefined ? label : <Link href={href}>{label}</Link>}
              </Fragment>
            ))}
          </p>
        )}
        <div className={classes.line}>
          <h1>{title}</h1>
          {beside}
        </div>
        {sentence !== undefined && <p className={classes.sentence}>{sentence}</p>}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
