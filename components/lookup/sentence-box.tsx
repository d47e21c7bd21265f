import { useTranslations } from 'next-intl';
import { CopySentence } from './copy-sentence';
import classes from './sentence-box.module.css';

/** The answer as a sentence to read aloud or send. */
export function SentenceBox({ text }: { text: string }) {
  const t = useTranslations('lookup.copy');
  return (
    <section className={classes.sentence} aria-labelledby="sentence-title">
      <CopySentence
        box="sentence"
        text={text}
        label={t('button')}
        copied={t('copied')}
        failed={t('failed')}
      />
      <h2 id="sentence-title" className={classes.title}>
        {t('title')}
      </h2>
      <p id="sentence" className={classes.text}>
        {text}
      </p>
    </section>
  );
}
