'use client';

import { useEffect } from 'react';

/** `/` brings the keyboard to the search box from anywhere outside a field. @param props.target id of the box */
export function SlashKey({ target }: { target: string }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target: from } = event;
      const typing = from instanceof HTMLElement && from.matches('input, textarea, select');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const box = document.getElementById(target);
      if (!(box instanceof HTMLInputElement)) return;
      event.preventDefault();
      box.focus();
      box.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [target]);
  return null;
}
