'use server';

import { searchText } from '@/domain/text/plain-text';
import { requireViewer } from '@/server/auth/current-viewer';
import { type FoundDivision, findDivisions } from '@/server/lookup/find-divisions';
import { runtime } from '@/server/runtime';

const LONGEST = 60;

/** Divisions the viewer may choose, for the boxes of the list and of the designation form. */
export async function findDivisionsAction(text: string): Promise<FoundDivision[]> {
  const viewer = await requireViewer();
  return findDivisions(runtime(), viewer, searchText(String(text), LONGEST).text);
}
