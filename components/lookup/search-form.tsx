import { useTranslations } from 'next-intl';
import type { PathStep } from '@/domain/lookup/types';
import { lookupHref } from './lookup-href';
import classes from './search-form.module.css';
import { SlashKey } from './slash-key';

/** The one box: a plain form. @param props.within the division searched in, null for the nation */
export function SearchForm(props: { q: string; within: PathStep | null; fresh: boolean; longest: number }) {
  const { q, within, fresh, longest } = props;
  const t = useTranslations('lookup.search');
  return (
    <search>
      <form action="/lookup" method="get" className={classes.form}>
        <input
          id="q"
          className={classes.box}
          type="search"
          name="q"
          defaultValue={q}
          // biome-ignore lint/a11y/noAutofocus: on the empty page the box is all there is to do.
          autoFocus={fresh}
          aria-label={t('label')}
          aria-keyshortcuts="/"
          placeholder={t('placeholder')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={longest}
        />
        <button type="submit" className={classes.submit}>
          {t('submit')}
        </button>
        {within && (
          <p className={classes.within}>
            <label>
              <input type="checkbox" name="within" value={within.code} defaultChecked />{' '}
              {t('within', { name: within.name })}
            </label>
            <a href={lookupHref({ q })}>{t('everywhere')}</a>
          </p>
        )}
      </form>
      <SlashKey target="q" />
    </search>
  );
}
