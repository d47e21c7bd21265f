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
import { act } from '@/server/acts/act';
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

export async function infectionAction(input: InfectionInput, key: string): Promise<ActionAnswer> {
  return answer((viewer) => act(runtime(), viewer, recordInfection, input, key));
}

export async function screeningAction(input: ScreeningInput, key: string): Promise<ActionAnswer> {
  return answer((viewer) => act(runtime(), viewer, recordScreening, input, key));
}

export async function withdrawAction(input: WithdrawInput): Promise<ActionAnswer> {
  return answer((viewer) => act(runtime(), viewer, withdrawRecord, input));
}

export async function levelAction(input: LevelInput): Promise<ActionAnswer> {
  return answer((viewer) => act(runtime(), viewer, changeLevel, input));
}

export async function withdrawLevelAction(input: WithdrawLevelInput): Promise<ActionAnswer> {
  return answer((viewer) => act(runtime(), viewer, withdrawLevel, input));
}

export async function upholdAction(input: UpholdInput): Promise<ActionAnswer> {
  return answer((viewer) => act(runtime(), viewer, upholdLowering, input));
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
