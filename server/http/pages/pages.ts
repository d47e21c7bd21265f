import type { IncomingMessage, ServerResponse } from 'node:http';

/** What renders pages: Next's request handler, or what stands for it. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** `up`: pages are rendered · `restarting`: what renders them has ended and is started again. */
export type PagesState = 'up' | 'restarting';

/** The pages as the door knows them. */
export interface Pages {
  /** @throws PagesAway when nobody renders at this moment and nothing has been sent to the client. */
  readonly handle: PageHandler;
  readonly state: PagesState;
}

/** What renders the pages is not there, or went before it answered. Whether it had done what it was asked is not known. */
export class PagesAway extends Error {}
