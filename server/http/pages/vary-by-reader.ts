import type { ServerResponse } from 'node:http';

/** Whether what lies at a path is a file that is the same for everyone. */
export function isSameForAll(path: string): boolean {
  return path.startsWith('/_next/static/') || path.startsWith('/geo/');
}

/**
 * Tell caches that a page is in the language its reader has chosen or accepts. Said as the headers are sent, because Next
 * writes this one anew. Files that are the same for everyone stay as they are.
 * @param path of the request, without its query
 */
export function varyByReader(response: ServerResponse, path: string): void {
  if (isSameForAll(path)) return;
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  response.writeHead = (...given: unknown[]) => {
    if (!response.headersSent) response.appendHeader('vary', 'Accept-Language, Cookie');
    return writeHead(...given);
  };
}
