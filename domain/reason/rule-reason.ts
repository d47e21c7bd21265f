import type { Decision } from '@/domain/area/decision';
import { sayingOf } from '@/domain/area/saying';
import { storedReason } from '@/domain/reason/program-reason';
import type { SubjectKind } from '@/domain/status/status';

/** Why the rule lowered a subject, as it is kept with the rows that do it. @throws Error for a decision that lowers nothing. */
export function ruleReason<K extends SubjectKind>(decision: Decision<K>): string {
  const saying = sayingOf(decision);
  if (saying.kind !== 'DUE') throw new Error(`a lowering was decided as ${saying.kind}`);
  return storedReason({ code: 'LOWERED_BY_RULE', subject: decision.subject, saying });
}
