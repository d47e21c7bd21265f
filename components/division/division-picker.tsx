'use client';

import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { DivisionOption, FindDivisions } from './division-option';
import classes from './division-picker.module.css';
import { useFoundDivisions } from './use-found-divisions';

/**
 * One box to find a division by name, pinyin, initials or code, with the keyboard alone.
 * @param props.name the chosen code goes under this name when the form is sent
 */
export function DivisionPicker(props: {
  label: ReactNode;
  name: string;
  value: DivisionOption | null;
  onChange: (chosen: DivisionOption | null) => void;
  find: FindDivisions;
  placeholder?: string;
  description?: ReactNode;
  error?: ReactNode;
  size?: 'xs' | 'sm';
  required?: boolean;
}) {
  const { value, onChange, find, name, ...field } = props;
  const t = useTranslations('areas.division');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState(value?.name ?? '');
  const input = useRef<HTMLInputElement>(null);
  const { options, state } = useFoundDivisions(find, text, value);
  useEffect(() => setText(value?.name ?? ''), [value]);
  useEffect(() => {
    if (options.length > 0) combobox.selectFirstOption();
  }, [options, combobox.selectFirstOption]);

  const clear = () => {
    onChange(null);
    setText('');
    input.current?.focus();
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(code) => {
        const chosen = options.find((option) => option.code === code);
        if (chosen) onChange(chosen);
        if (chosen) setText(chosen.name);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          {...field}
          data-field={name}
          ref={input}
          value={text}
          autoComplete="off"
          maxLength={60}
          rightSectionPointerEvents="all"
          rightSection={
            state === 'looking' ? (
              <Loader size={14} color="gray" />
            ) : text ? (
              <CloseButton size="xs" aria-label={t('clear')} onClick={clear} />
            ) : null
          }
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => options.length > 0 && combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            if (text.trim() === '' && value) onChange(null);
            else setText(value?.name ?? text);
          }}
        />
      </Combobox.Target>
      <input type="hidden" name={name} value={value?.code ?? ''} disabled={value === null} />
      <Combobox.Dropdown hidden={state === 'idle'}>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label={t('found')}>
          {options.map((option) => (
            <Combobox.Option key={option.code} value={option.code} className={classes.option} lang="zh-CN">
              <b>{option.name}</b> <span>{option.above}</span>
            </Combobox.Option>
          ))}
          {options.length === 0 && state !== 'looking' && (
            <Combobox.Empty>{state === 'failed' ? t('failed') : t('nothing')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
