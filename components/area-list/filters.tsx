'use client';

import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useOptimistic, useRef, useTransition } from 'react';
import type { DivisionOption, FindDivisions } from '../division/division-option';
import { DivisionPicker } from '../division/division-picker';
import classes from './list.module.css';
import { DUE_CHOICES, type ListQuery, listHref, readListQuery } from './list-query';

/**
 * The filter of the list. It only ever changes the address: the back button and a shared link bring the same list.
 * @param props.division the chosen division with its names, looked up by the page
 * @param props.authorities those that state levels, with names in the reader's language
 */
export function Filters(props: {
  query: ListQuery;
  division: DivisionOption | null;
  authorities: readonly { id: string; name: string }[];
  find: FindDivisions;
}) {
  const { query, division, authorities, find } = props;
  const t = useTranslations('areas');
  const tLevel = useTranslations('level.long');
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [shown, show] = useOptimistic({ query, division });
  const text = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (text.current) text.current.value = query.q ?? '';
  }, [query.q]);

  const go = (change: Record<string, string | undefined>, chosen: DivisionOption | null = shown.division) => {
    const params = new URLSearchParams(listHref(shown.query).split('?')[1]);
    const asked = { q: text.current?.value.trim(), ...change };
    for (const [name, value] of Object.entries(asked)) {
      if (value) params.set(name, value);
      else params.delete(name);
    }
    params.delete('page');
    const next = readListQuery(params).query;
    startTransition(() => {
      show({ query: next, division: chosen });
      router.push(listHref(next), { scroll: false });
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go({});
  };
  const all = { value: '', label: t('filter.all') };
  return (
    <form action="/areas" method="get" className={classes.filters} onSubmit={submit} aria-busy={pending}>
      <NativeSelect
        size="xs"
        name="level"
        label={t('filter.level')}
        value={shown.query.level ?? ''}
        onChange={(event) => go({ level: event.currentTarget.value })}
        data={[
          all,
          ...(['HIGH', 'MEDIUM', 'LOW'] as const).map((value) => ({ value, label: tLevel(value) })),
        ]}
      />
      <div className={classes.wide}>
        <DivisionPicker
          size="xs"
          name="division"
          label={t('filter.division')}
          placeholder={t('division.placeholder')}
          value={shown.division}
          find={find}
          onChange={(chosen) => go({ division: chosen?.code }, chosen)}
        />
      </div>
      <NativeSelect
        size="xs"
        name="due"
        label={t('filter.due')}
        value={shown.query.due ?? ''}
        onChange={(event) => go({ due: event.currentTarget.value })}
        data={[all, ...DUE_CHOICES.map((value) => ({ value, label: t(`due.${value}`) }))]}
      />
      {authorities.length > 1 && (
        <NativeSelect
          size="xs"
          name="authority"
          label={t('filter.authority')}
          value={shown.query.authority ?? ''}
          onChange={(event) => go({ authority: event.currentTarget.value })}
          data={[all, ...authorities.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      <TextInput
        size="xs"
        type="search"
        name="q"
        ref={text}
        className={classes.wide}
        label={t('filter.text')}
        placeholder={t('filter.textExample')}
        defaultValue={query.q}
        maxLength={100}
        enterKeyHint="search"
        leftSection={<IconSearch size={14} aria-hidden="true" />}
      />
      <Checkbox
        size="xs"
        className={classes.check}
        name="unresolved"
        value="1"
        label={t('filter.unresolved')}
        checked={shown.query.unresolved ?? false}
        onChange={(event) => go({ unresolved: event.currentTarget.checked ? '1' : '' })}
      />
      <Button type="submit" size="xs" variant="default">
        {t('filter.apply')}
      </Button>
      <span className={classes.busy} role="status">
        {pending && t('filter.busy')}
      </span>
    </form>
  );
}
