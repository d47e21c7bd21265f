'use server';

import type { Answer } from '@/domain/acts/answer';
import type { DesignateAreaInput } from '@/domain/acts/area';
import { answerVerb } from '@/server/acts/door';
import { designateArea } from '@/server/areas/designate-area';

/** Designate what the form states. */
export async function designateAction(
  input: DesignateAreaInput,
  key: string,
): Promise<Answer<{ areaId: string }>> {
  return answerVerb(designateArea, input, key);
}
