import type { z } from 'zod';
import { Problem } from './errors';

/** Check an input at a door. @throws Problem invalid-input naming every field (JSON pointer) and reason. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.flatMap((issue) => {
    const pointer = `/${issue.path.map(String).join('/')}`;
    if (issue.code !== 'unrecognized_keys') return { pointer, reason: issue.message };
    const inside = pointer === '/' ? '' : pointer;
    return issue.keys.map((key) => ({ pointer: `${inside}/${key}`, reason: 'not a known field' }));
  });
  const first = faults[0];
  throw new Problem(
    'invalid-input',
    first ? `${first.pointer}: ${first.reason}.` : 'The input is not understood.',
    faults,
  );
}
