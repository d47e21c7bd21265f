import { IconHandStop } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './imports.module.css';
import type { PreviewHead } from './types';

/** Loud: this list must not be applied before a person has checked it, and why. */
export function HoldNotice(props: { holds: PreviewHead['holds'] }) {
  const t = useTranslations('imports.hold');
  return (
    <div className={classes.hold} role="alert">
      <IconHandStop size={26} stroke={1.6} aria-hidden="true" />
      <div>
        <h3>{t('title')}</h3>
        <ul>
          {props.holds.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
        <p>{t('text')}</p>
      </div>
    </div>
  );
}
