import { useTranslations } from 'next-intl';
import type { PathStep } from '@/domain/lookup/types';
import { lookupHref } from './lookup-href';
import classes from './search-form.module.css';
import { SlashKey } from './slash-key';

/** The one box: a plain form. */
export function SearchForm(props: {
  q: string;
  /** The division that is, or may be, searched alone. */
  within: PathStep | null;
  narrowed: boolean;
  fresh: boolean;
  longest: number;
}) {
  const { q, within, narrowed, fresh, longest } = props;
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
              <input type="checkbox" name="within" value={within.code} defaultChecked={narrowed} />{' '}
              {t('within', { name: within.name })}
            </label>
            {narrowed && <a href={lookupHref({ q })}>{t('everywhere')}</a>}
          </p>
        )}
      </form>
      <SlashKey target="q" />
    </search>
  );
}
