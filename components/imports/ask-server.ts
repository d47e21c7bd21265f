import type { PreviewHead, PreviewRow, PreviewSection } from '@/domain/list/preview';

/** A refusal as the server words it for machines; the screen finds its own words for `code`. */
export interface Refusal {
  readonly code: string;
  readonly requestId: string | null;
  /** Places in a malformed file: JSON pointer or line:column, and what is wrong there. */
  readonly places: readonly { readonly pointer: string; readonly reason: string }[];
}

/** The server's answer could not be had, or was a refusal. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** Send a file for its dry run. @throws Refused */
export function askPreview(file: File, signal: AbortSignal): Promise<PreviewHead> {
  const headers = {
    'x-file-name': encodeURIComponent(file.name),
    'content-type': 'application/octet-stream',
  };
  return ask('/imports/preview', { method: 'POST', body: file, headers, signal });
}

/** The dry run of a held list. @throws Refused */
export function askHeldPreview(importId: string, signal: AbortSignal): Promise<PreviewHead> {
  return ask(`/imports/preview?held=${encodeURIComponent(importId)}`, { signal });
}

/** A slice of a preview's rows. @throws Refused */
export async function askRows(
  token: string,
  section: PreviewSection,
  offset: number,
  limit: number,
): Promise<readonly PreviewRow[]> {
  const query = new URLSearchParams({ token, section, offset: String(offset), limit: String(limit) });
  return (await ask<{ rows: readonly PreviewRow[] }>(`/imports/rows?${query}`, {})).rows;
}

async function ask<T>(address: string, init: RequestInit): Promise<T> {
  const response = await fetch(address, init).catch((error: Error) => {
    throw error.name === 'AbortError'
      ? error
      : new Refused({ code: 'unreachable', requestId: null, places: [] });
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  const problem = (body ?? {}) as {
    type?: string;
    code?: string;
    listFault?: string;
    requestId?: string;
    errors?: Refusal['places'];
  };
  throw new Refused({
    code: problem.listFault ?? problem.code ?? problem.type?.split('/').at(-1) ?? 'internal',
    requestId: problem.requestId ?? null,
    places: problem.errors ?? [],
  });
}

/** What came of an officer's decision, in a sentence. */
export interface Decided {
  readonly outcome: 'APPLIED' | 'ALREADY_APPLIED' | 'HELD' | 'REJECTED' | 'RESOLVED' | 'REFUSED';
  /** Of a refusal: the field it belongs to, '' when it is none's. */
  readonly field: string;
  readonly text: string;
}
