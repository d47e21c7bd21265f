import type { z } from 'zod';
import type { ReadForm } from './use-act-form';

/**
 * What would be sent, checked by the schema of the act by which the server checks it as well.
 * @param more inputs at fault for reasons that the schema does not know, such as the present hour
 */
export function checkInput<S extends z.ZodType>(
  schema: S,
  input: z.input<S>,
  more: readonly string[] = [],
): ReadForm<z.input<S>> {
  const { error } = schema.safeParse(input);
  const faults = new Set([...more, ...(error?.issues.map(({ path }) => String(path[0])) ?? [])]);
  return faults.size > 0 ? { input: null, faults: [...faults] } : { input, faults: [] };
}
