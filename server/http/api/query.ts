import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { characterFault, searchText, withoutMarks } from '@/domain/text/plain-text';
import { Problem } from '@/server/errors';
import { parseInput } from '@/server/parse-input';

/** An instant as ISO 8601 with offset, read to epoch milliseconds. */
export const instant = z.iso
  .datetime({ offset: true, error: 'an instant as ISO 8601 with offset, e.g. 2022-12-01T21:00:00+08:00' })
  .transform((text) => Date.parse(text));

/** A whole number in a query string. */
export const wholeNumber = (min: number, max: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `a whole number from ${min} to ${max}`)
    .default(otherwise);

/** The query of a read that takes none. */
export const noQuery = z.strictObject({});

/**
 * The query string of a request, checked. It is read here and not by the framework, which passes on what it cannot
 * decode: a mangled name must be refused, not looked up.
 * @throws Problem invalid-input naming each field.
 */
export function queryOf<S extends z.ZodType>(schema: S, request: FastifyRequest): z.output<S> {
  return parseInput(schema, readQuery(request.raw.url ?? ''));
}

/** Names and values after the `?`. @throws Problem invalid-input for what is not UTF-8, given twice, or holds what cannot be read or seen. */
export function readQuery(url: string): Record<string, string> {
  const given: Record<string, string> = {};
  const mark = url.indexOf('?');
  if (mark < 0) return given;
  for (const pair of url.slice(mark + 1).split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decoded(equals < 0 ? pair : pair.slice(0, equals), '');
    if (Object.hasOwn(given, name)) throw fault(name, 'given twice');
    Object.defineProperty(given, name, {
      value: equals < 0 ? '' : decoded(pair.slice(equals + 1), name),
      enumerable: true,
    });
  }
  return given;
}

function decoded(text: string, name: string): string {
  let value: string;
  try {
    value = decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw fault(name, 'not UTF-8 in percent-encoding');
  }
  const bad = characterFault(value);
  if (bad !== null) throw fault(name, bad);
  return withoutMarks(value);
}

function fault(name: string, reason: string): Problem {
  const pointer = `/${searchText(name, 100).text}`;
  return new Problem('invalid-input', `${pointer}: ${reason}.`, [{ pointer, reason }]);
}
