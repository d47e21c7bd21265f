import type { z } from 'zod';
import { Problem } from './errors';

/**
 * Check an input at a door.
 * @throws Problem invalid-input naming every field (JSON pointer) and reason; `code` where the first reason has a name
 *   (`params.code` of the issue), and its sentence then stands alone.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const faults = issues.flatMap((issue) => {
    const pointer = `/${issue.path.map(String).join('/')}`;
    if (issue.code !== 'unrecognized_keys') return { pointer, reason: issue.message };
    const inside = pointer === '/' ? '' : pointer;
    return issue.keys.map((key) => ({ pointer: `${inside}/${key}`, reason: 'not a known field' }));
  });
  const first = faults[0];
  const code = issues[0]?.code === 'custom' ? issues[0].params?.code : undefined;
  if (first && typeof code === 'string') throw new Problem('invalid-input', first.reason, faults, { code });
  throw new Problem(
    'invalid-input',
    first ? `${first.pointer}: ${first.reason}.` : 'The input is not understood.',
    faults,
  );
}
