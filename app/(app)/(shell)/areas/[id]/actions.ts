'use server';

import type { Answer } from '@/domain/acts/answer';
import type { ChangeLevelInput, UpholdLoweringInput, WithdrawLevelInput } from '@/domain/acts/area';
import type { RecordInfectionInput, RecordScreeningInput, WithdrawRecordInput } from '@/domain/acts/evidence';
import { answerVerb } from '@/server/acts/door';
import { changeLevel } from '@/server/areas/change-level';
import { recordInfection } from '@/server/areas/record-infection';
import { recordScreening } from '@/server/areas/record-screening';
import { upholdLowering } from '@/server/areas/uphold-lowering';
import { withdrawLevel } from '@/server/areas/withdraw-level';
import { withdrawRecord } from '@/server/areas/withdraw-record';

export async function infectionAction(input: RecordInfectionInput, key: string): Promise<Answer> {
  return answerVerb(recordInfection, input, key);
}

export async function screeningAction(input: RecordScreeningInput, key: string): Promise<Answer> {
  return answerVerb(recordScreening, input, key);
}

export async function withdrawAction(input: WithdrawRecordInput, key: string): Promise<Answer> {
  return answerVerb(withdrawRecord, input, key);
}

export async function levelAction(input: ChangeLevelInput, key: string): Promise<Answer> {
  return answerVerb(changeLevel, input, key);
}

export async function withdrawLevelAction(input: WithdrawLevelInput, key: string): Promise<Answer> {
  return answerVerb(withdrawLevel, input, key);
}

export async function upholdAction(input: UpholdLoweringInput, key: string): Promise<Answer> {
  return answerVerb(upholdLowering, input, key);
}
