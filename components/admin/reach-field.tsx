'use client';

import { Radio } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { DivisionOption, FindDivisions } from '../division/division-option';
import { DivisionPicker } from '../division/division-picker';
import { useFieldError } from './action-form';
import classes from './admin.module.css';

/**
 * One division, or expressly none: what is left blank is sent as blank and never stands for the whole.
 * Sends `<name>Of` ("one" or "whole") and `<name>` (the code). Without a script the code is typed.
 * @param props.whole words of the choice without a division; null where there is none
 * @param props.start what the form opens with: a division, 'whole', or null for no choice yet
 */
export function ReachField(props: {
  name: string;
  label: string;
  one: string;
  whole: string | null;
  start: DivisionOption | 'whole' | null;
  find: FindDivisions;
}) {
  const { name, start, find } = props;
  const t = useTranslations('admin.reach');
  const error = useFieldError(name);
  const begin = start === 'whole' ? { of: 'whole', division: null } : { of: start && 'one', division: start };
  const [chosen, setChosen] = useState<{ of: string | null; division: DivisionOption | null }>(begin);
  const group = useRef<HTMLDivElement>(null);

  // The form is emptied when what it asked for is done.
  const again = useRef(begin);
  again.current = begin;
  useEffect(() => {
    const form = group.current?.closest('form');
    const reset = () => setChosen(again.current);
    form?.addEventListener('reset', reset);
    return () => form?.removeEventListener('reset', reset);
  }, []);

  const of = props.whole === null ? 'one' : chosen.of;
  const picker = of === 'one' && (
    <DivisionPicker
      name={name}
      label={props.one}
      description={chosen.division ? `${chosen.division.above} ${chosen.division.name}`.trim() : t('hint')}
      placeholder={t('example')}
      value={chosen.division}
      find={find}
      onChange={(division) => setChosen({ of: 'one', division })}
      error={error}
    />
  );
  return (
    <div ref={group} className={classes.reach}>
      <noscript>
        <label>
          {t('code')} <input name={name} defaultValue={chosen.division?.code ?? ''} />
        </label>
      </noscript>
      {props.whole === null ? (
        <>
          <input type="hidden" name={`${name}Of`} value="one" />
          {picker}
        </>
      ) : (
        <Radio.Group
          name={`${name}Of`}
          label={props.label}
          value={of}
          error={of === 'one' ? null : error}
          onChange={(value) => setChosen((before) => ({ ...before, of: value }))}
        >
          <div className={classes.choices}>
            <Radio value="one" label={props.one} />
            <Radio value="whole" label={props.whole} />
          </div>
          {picker}
        </Radio.Group>
      )}
      {/* A blank says that it was asked for, so that its refusal stands here. */}
      <input type="hidden" name={name} value="" />
    </div>
  );
}
