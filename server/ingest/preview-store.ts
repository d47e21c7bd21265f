import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/server/auth/viewer';
import { Problem } from '@/server/errors';
import { processWide } from '@/server/process-wide';
import type { ListPreview } from './preview-list';

/** A preview as it is kept for whoever asked for it. */
export interface KeptPreview {
  readonly preview: ListPreview;
  /** The part of it that they see. */
  readonly shown: ListPreview;
  /** The held import it was made from. */
  readonly heldId: string | null;
}

/** A peak preview takes some 60 MB: the newest few are kept, and an officer offers a file again when theirs is gone. */
const KEPT = 4;
const store = processWide('list-previews', () => new Map<string, KeptPreview & { viewerId: string }>());

/** Keep a preview for the officer who asked for it. @returns the token under which its rows and its apply are asked for. */
export function keepPreview(viewer: Viewer, kept: KeptPreview): string {
  const token = randomUUID();
  store.set(token, { ...kept, viewerId: viewer.id });
  for (const oldest of store.keys()) {
    if (store.size <= KEPT) break;
    store.delete(oldest);
  }
  return token;
}

/** The preview of this token. @throws Problem conflict when it is no longer kept or belongs to somebody else. */
export function keptPreview(viewer: Viewer, token: string): KeptPreview {
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
