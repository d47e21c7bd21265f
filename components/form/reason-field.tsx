import { Textarea, type TextareaProps } from '@mantine/core';

/** Why an act is done, as its person writes it: asked for by every form of an act in the same shape. */
export function ReasonField(props: TextareaProps) {
  return <Textarea required rows={2} maxLength={1000} {...props} />;
}
