import { useSyncExternalStore } from 'react';
import { type Dialog, dialogIn } from './dialogs';

const CHANGED = 'fengqu:dialog';

/** Open a dialog of this page by its address. Back closes it. */
export function openDialog(href: string): void {
  window.history.pushState(null, '', href);
  window.dispatchEvent(new Event(CHANGED));
}

/** Close the open dialog. */
export function closeDialog(): void {
  window.history.replaceState(null, '', window.location.pathname);
  window.dispatchEvent(new Event(CHANGED));
}

/**
 * The dialog the address names, at once: Next's own view of the address waits for a page that is being asked for anew,
 * and a form that has been sent must not stay open for so long.
 */
export function useDialog(): { dialog: Dialog; record: string | null } | null {
  return dialogIn(useSyncExternalStore(subscribe, () => window.location.search, nothing));
}

const nothing = () => '';

function subscribe(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  window.addEventListener('popstate', changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener('popstate', changed);
  };
}
