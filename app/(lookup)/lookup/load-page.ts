import { cache } from 'react';
import { currentViewer, requireViewer } from '@/server/auth/current-viewer';
import { Problem } from '@/server/errors';
import { type LookupAsk, readAsk } from '@/server/lookup/page-ask';
import { type LookupPage, lookupPage } from '@/server/lookup/page-lookup';
import { runtime } from '@/server/runtime';

export type Query = Record<string, string | string[] | undefined>;

/** What the page was asked, and its answer; `page` is null when who asks cannot be checked just now. */
export interface Loaded {
  readonly ask: LookupAsk;
  readonly page: LookupPage | null;
  readonly signedIn: boolean;
}

/** Load once a request for the page and its title. A person who must sign in first is sent there and back. */
export const loadPage = cache(async (searchParams: Promise<Query>): Promise<Loaded> => {
  const ask = readAsk(await searchParams);
  const rt = runtime();
  try {
    const viewer = rt.config.PUBLIC_LOOKUP ? await currentViewer().catch(() => null) : await requireViewer();
    return { ask, page: lookupPage(rt, ask), signedIn: viewer !== null };
  } catch (error) {
    if (error instanceof Problem && error.kind === 'temporarily-unavailable') {
      return { ask, page: null, signedIn: false };
    }
    throw error;
  }
});
