import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/server/auth/viewer';
import { Problem } from '@/server/errors';
import { processWide } from '@/server/process-wide';
import type { ListPreview } from './preview-list';

interface Kept {
  readonly viewerId: string;
  readonly preview: ListPreview;
  /** The held import it was made from. */
  readonly heldId: string | null;
}

/** A peak preview takes some 60 MB: the newest few are kept, and an officer offers a file again when theirs is gone. */
const KEPT = 4;
const store = processWide('list-previews', () => new Map<string, Kept>());

/** Keep a preview for the officer who asked for it. @returns the token under which its rows and its apply are asked for. */
export function keepPreview(viewer: Viewer, preview: ListPreview, heldId: string | null): string {
  const token = randomUUID();
  store.set(token, { viewerId: viewer.id, preview, heldId });
  for (const oldest of store.keys()) {
    if (store.size <= KEPT) break;
    store.delete(oldest);
  }
  return token;
}

/** The preview of this token. @throws Problem conflict when it is no longer kept or belongs to somebody else. */
export function keptPreview(viewer: Viewer, token: string): Kept {
  const kept = store.get(token);
  if (kept?.viewerId === viewer.id) return kept;
  throw new Problem('conflict', 'This preview is no longer kept; offer the file again.', [], {
    code: 'preview-gone',
  });
}

/** Let a preview go once it was decided. */
export function dropPreview(token: string): void {
  store.delete(token);
}
