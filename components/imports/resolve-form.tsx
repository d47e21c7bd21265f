'use client';

import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import type { DivisionOption, FindDivisions } from '@/components/division/division-option';
import { DivisionPicker } from '@/components/division/division-picker';
import type { Decided } from './ask-server';
import classes from './imports.module.css';

/** Say where one unresolved place lies, and on what ground. */
export function ResolveForm(props: {
  areaId: string;
  find: FindDivisions;
  resolve: (areaId: string, divisionCode: string, reason: string) => Promise<Decided>;
}) {
  const { areaId, find, resolve } = props;
  const t = useTranslations('imports.notes');
  const [open, setOpen] = useState(false);
  const [division, setDivision] = useState<DivisionOption | null>(null);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const [pending, start] = useTransition();
  if (!open) {
    return (
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {t('resolve')}
      </Button>
    );
  }
  const submit = () => {
    if (!division || reason.trim().length < 2) return setFault(t('both'));
    start(async () => {
      const decided = await resolve(areaId, division.code, reason).catch(() => null);
      setFault(decided === null ? t('unreachable') : decided.outcome === 'REFUSED' ? decided.text : '');
    });
  };
  return (
    <form
      className={classes.resolve}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <DivisionPicker
        label={t('division')}
        name="divisionCode"
        value={division}
        onChange={setDivision}
        find={find}
        size="xs"
      />
      <TextInput
        label={t('reason')}
        size="xs"
        value={reason}
        maxLength={1000}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" loading={pending}>
        {t('save')}
      </Button>
      {fault !== '' && <p role="alert">{fault}</p>}
    </form>
  );
}
