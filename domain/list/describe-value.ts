import { type Phrase, phrase } from '@/domain/list/fault-words';

/** A JSON object, as opposed to an array, a text, a number or null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stood there, short enough for a message. */
export function describeValue(value: unknown): Phrase {
  if (value === undefined) return phrase('NOTHING');
  if (Array.isArray(value)) return phrase('ARRAY_OF', value.length);
  if (isRecord(value)) {
    const keys = Object.keys(value).slice(0, 5).join(', ');
    return keys === '' ? phrase('EMPTY_OBJECT') : phrase('OBJECT_WITH', shorten(keys));
  }
  return phrase('TEXT', shorten(JSON.stringify(value)));
}

/** The beginning of a text, for a message. */
export function shorten(text: string, most = 60): string {
  const signs = [...text];
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : text;
}
