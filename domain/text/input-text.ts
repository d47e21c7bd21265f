import * as z from 'zod';
import { readText, type TextForm } from '@/domain/text/plain-text';

/** A text that a person writes and others read, checked and tidied as `readText` says. For every door. */
export function plainText(form: TextForm) {
  return z.string({ error: form.missing ?? 'a text' }).transform((written, context) => {
    const read = readText(written, form);
    if (read.ok) return read.text;
    context.addIssue({ code: 'custom', message: read.reason });
    return z.NEVER;
  });
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text can be the id of anything we keep: asked before a database is, which refuses any other by an error. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** A division's code as such a thing looks: an official number of 2 to 12 digits, or one of our own with letters. */
export function isDivisionCode(text: string): boolean {
  return /^[0-9a-z][0-9a-z-]{1,39}$/i.test(text);
}
