import type { PathStep } from '@/domain/lookup/types';
import { lookupHref } from './lookup-href';
import classes from './path-trail.module.css';

/** The full path of a place, each step a link to its own answer. */
export function PathTrail({ path }: { path: readonly PathStep[] }) {
  return (
    <p className={classes.trail}>
      {path.map((step, i) => (
        <span key={step.code}>
          {i > 0 && ' '}
          <a href={lookupHref({ code: step.code })}>{step.name}</a>
        </span>
      ))}
    </p>
  );
}
