'use server';

import { requireViewer } from '@/server/auth/current-viewer';
import { type FoundDivision, findDivisions } from '@/server/lookup/find-divisions';
import { runtime } from '@/server/runtime';

/** Divisions the viewer may choose, for the boxes of the list and of the designation form. */
export async function findDivisionsAction(text: string): Promise<FoundDivision[]> {
  const viewer = await requireViewer();
  return findDivisions(runtime(), viewer, String(text).slice(0, 60));
}
