'use client';

import {
  Checkbox,
  NativeSelect,
  type NativeSelectProps,
  PasswordInput,
  type PasswordInputProps,
  TextInput,
  type TextInputProps,
} from '@mantine/core';
import { useFieldError } from './action-form';

type Named<P> = P & { name: string };

/** A text field of an ActionForm. */
export function TextField(props: Named<TextInputProps>) {
  return <TextInput withAsterisk={false} error={useFieldError(props.name)} {...props} />;
}

/** A new password: never filled in by the browser's memory of the signed-in person. */
export function NewPasswordField(props: Named<PasswordInputProps> & { showLabel: string }) {
  const { showLabel, ...rest } = props;
  return (
    <PasswordInput
      withAsterisk={false}
      autoComplete="new-password"
      error={useFieldError(props.name)}
      visibilityToggleButtonProps={{ 'aria-label': showLabel }}
      {...rest}
    />
  );
}

/** One of few. */
export function SelectField(props: Named<NativeSelectProps>) {
  return <NativeSelect withAsterisk={false} error={useFieldError(props.name)} {...props} />;
}

/** Any of a few, under one name. */
export function CheckboxesField(props: {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
}) {
  return (
    <Checkbox.Group label={props.label} error={useFieldError(props.name)}>
      {/* Without a tick the form would not say that it asked. */}
      <input type="hidden" name={props.name} value="" />
      {props.options.map(({ value, label }) => (
        <Checkbox key={value} name={props.name} value={value} label={label} mt={8} />
      ))}
    </Checkbox.Group>
  );
}
