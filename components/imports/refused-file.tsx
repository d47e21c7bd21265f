import { useTranslations } from 'next-intl';
import type { Refusal } from './ask-server';
import classes from './imports.module.css';

/** Why a file was not read, and at which places in it. Nothing was changed by it. */
export function RefusedFile(props: { name: string; refusal: Refusal }) {
  const { name, refusal } = props;
  const t = useTranslations('imports.fault');
  const code = refusal.code as Parameters<typeof t.has>[0];
  return (
    <div className={classes.refused} role="alert">
      <h3>{t('title', { name })}</h3>
      <p>{t.has(code) ? t(code) : t('internal')}</p>
      {refusal.places.length > 0 && (
        <ul>
          {refusal.places.map(({ pointer, reason }) => (
            <li key={`${pointer} ${reason}`}>
              <code>{pointer || t('wholeFile')}</code> <span>{reason}</span>
            </li>
          ))}
        </ul>
      )}
      <p>{t('nothingChanged')}</p>
      {refusal.requestId !== null && <small>{t('requestId', { id: refusal.requestId })}</small>}
    </div>
  );
}
