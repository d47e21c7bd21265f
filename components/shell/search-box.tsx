'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import classes from './search-box.module.css';

/** The look-up box in the top bar. A plain form; `/` brings the keyboard to it from anywhere outside a field. */
export function SearchBox() {
  const t = useTranslations('shell.search');
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isField(event.target))
        return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <search className={classes.search}>
      <form action="/lookup" method="get">
        <input
          ref={input}
          className={classes.input}
          type="search"
          name="q"
          aria-label={t('label')}
          aria-keyshortcuts="/"
          placeholder={t('placeholder')}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={200}
        />
        <span aria-hidden="true" className={classes.key}>
          /
        </span>
      </form>
    </search>
  );
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
