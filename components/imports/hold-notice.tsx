import { IconHandStop } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { PreviewHead } from '@/domain/list/preview';
import classes from './imports.module.css';

/** Loud: this list must not be applied before a person has checked it, and why. */
export function HoldNotice(props: { holds: PreviewHead['holds'] }) {
  const t = useTranslations('imports.hold');
  const sentence = useHoldSentence();
  return (
    <div className={classes.hold} role="alert">
      <IconHandStop size={26} stroke={1.6} aria-hidden="true" />
      <div>
        <h3>{t('title')}</h3>
        <ul>
          {props.holds.map(({ code, text }) => (
            <li key={code}>{text ?? sentence(code)}</li>
          ))}
        </ul>
        <p>{t('text')}</p>
      </div>
    </div>
  );
}

/** A reason to wait without the names of places: for those who do not see all the ground it speaks of. */
export function useHoldSentence(): (code: string) => string {
  const t = useTranslations('imports.hold.code');
  return (code) => {
    const known = code as Parameters<typeof t.has>[0];
    return t.has(known) ? t(known) : t('other');
  };
}
