import type { Answer } from '@/domain/acts/answer';
import type { ChangeLevelInput, UpholdLoweringInput, WithdrawLevelInput } from '@/domain/acts/area';
import type { RecordInfectionInput, RecordScreeningInput, WithdrawRecordInput } from '@/domain/acts/evidence';

/** The actions of an area's page. `key` is made once by a form: sent twice, it is recorded once. */
export interface AreaActionSet {
  infection(input: RecordInfectionInput, key: string): Promise<Answer>;
  screening(input: RecordScreeningInput, key: string): Promise<Answer>;
  withdraw(input: WithdrawRecordInput, key: string): Promise<Answer>;
  level(input: ChangeLevelInput, key: string): Promise<Answer>;
  withdrawLevel(input: WithdrawLevelInput, key: string): Promise<Answer>;
  uphold(input: UpholdLoweringInput, key: string): Promise<Answer>;
}
