import { useTranslations } from 'next-intl';
import classes from './answer-card.module.css';

/** The person cannot be recognised while the database is silent. @param props.again the address to try again */
export function Unavailable({ again }: { again: string }) {
  const t = useTranslations('lookup.unavailable');
  return (
    <section className={classes.card} data-level="UNKNOWN" aria-labelledby="answer">
      <h1 id="answer" className={classes.headline}>
        {t('title')}
      </h1>
      <p>{t('text')}</p>
      <p>
        <a href={again}>{t('retry')}</a>
      </p>
    </section>
  );
}
