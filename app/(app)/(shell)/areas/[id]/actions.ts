'use server';

import type {
  ActionAnswer,
  InfectionInput,
  LevelInput,
  ScreeningInput,
  UpholdInput,
  WithdrawInput,
  WithdrawLevelInput,
} from '@/components/area/record/inputs';
import { changeLevel } from '@/server/areas/change-level';
import { recordInfection } from '@/server/areas/record-infection';
import { recordScreening } from '@/server/areas/record-screening';
import { upholdLowering } from '@/server/areas/uphold-lowering';
import { withdrawLevel } from '@/server/areas/withdraw-level';
import { withdrawRecord } from '@/server/areas/withdraw-record';
import { currentViewer } from '@/server/auth/current-viewer';
import type { Viewer } from '@/server/auth/viewer';
import { runtime } from '@/server/runtime';
import { refusalOf } from './refusal-of';

// What arrives here may be anything: each service checks its input and the viewer's right itself.

export async function infectionAction(input: InfectionInput): Promise<ActionAnswer> {
  return answer((viewer) => recordInfection(runtime(), viewer, input));
}

export async function screeningAction(input: ScreeningInput): Promise<ActionAnswer> {
  return answer((viewer) => recordScreening(runtime(), viewer, input));
}

export async function withdrawAction(input: WithdrawInput): Promise<ActionAnswer> {
  return answer((viewer) => withdrawRecord(runtime(), viewer, input));
}

export async function levelAction(input: LevelInput): Promise<ActionAnswer> {
  return answer((viewer) => changeLevel(runtime(), viewer, input));
}

export async function withdrawLevelAction(input: WithdrawLevelInput): Promise<ActionAnswer> {
  return answer((viewer) => withdrawLevel(runtime(), viewer, input));
}

export async function upholdAction(input: UpholdInput): Promise<ActionAnswer> {
  return answer((viewer) => upholdLowering(runtime(), viewer, input));
}

async function answer(act: (viewer: Viewer) => Promise<unknown>): Promise<ActionAnswer> {
  try {
    const viewer = await currentViewer();
    if (!viewer) return { ok: false, kind: 'signed-out', fields: [] };
    await act(viewer);
    return { ok: true };
  } catch (error) {
    return refusalOf(error);
  }
}
