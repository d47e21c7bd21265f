import { isSameForAll } from './vary-by-reader';

/** The path of a request's address as Next finds its page by it. */
export function pathOf(url: string): string {
  const [path = '/'] = url.split('?');
  try {
    return decodeURIComponent(path).replace(/(?<=.)\/+$/, '');
  } catch {
    return path;
  }
}

/** Whether an answer is rendered, which takes the thread for itself: files, signing in and the top bar's clock are not. */
export function isRendered(path: string): boolean {
  return !isSameForAll(path) && !path.startsWith('/api/auth/') && path !== '/clock';
}

/** Whether somebody only looks, or signs in: what writes may take longer than a person waits for a page. */
export function isAwaited(method: string, path: string): boolean {
  return method !== 'POST' || path.startsWith('/api/auth/');
}
