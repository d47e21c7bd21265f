import { useState } from 'react';
import { uuidv7 } from 'uuidv7';

/** What stands in the fields of a form, as written. */
export type Fields = Readonly<Record<string, string>>;

/** A draft: the fields, and the id under which the act is sent, so that sending it again records nothing twice. */
interface Draft<F extends Fields> {
  readonly id: string;
  readonly fields: F;
}

/**
 * The fields of a form, kept in the tab's session storage until they are sent or given up: a reload loses nothing.
 * @param key names the form and what it is about
 * @param initial the defaults; their keys are all the fields there are
 */
export function useDraft<F extends Fields>(key: string, initial: F) {
  const stored = `fengqu.draft.${key}`;
  const [kept] = useState(() => read(stored, initial));
  const [restored, setRestored] = useState(kept !== null);
  const [draft, setDraft] = useState<Draft<F>>(() => kept ?? { id: uuidv7(), fields: initial });

  const change = (changed: Partial<F>) => {
    const next = { ...draft, fields: { ...draft.fields, ...changed } };
    setDraft(next);
    try {
      sessionStorage.setItem(stored, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing only loses the draft.
    }
  };
  const forget = () => {
    try {
      sessionStorage.removeItem(stored);
    } catch {
      // As above.
    }
  };
  const discard = () => {
    forget();
    setRestored(false);
    setDraft({ id: uuidv7(), fields: initial });
  };
  return { id: draft.id, fields: draft.fields, restored, change, forget, discard };
}

function read<F extends Fields>(stored: string, initial: F): Draft<F> | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(stored) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('id' in kept) || !('fields' in kept)) return null;
    const { id, fields } = kept as { id: unknown; fields: Record<string, unknown> };
    if (typeof id !== 'string' || typeof fields !== 'object' || fields === null) return null;
    const known = Object.keys(initial).filter((name) => typeof fields[name] === 'string');
    return { id, fields: { ...initial, ...Object.fromEntries(known.map((name) => [name, fields[name]])) } };
  } catch {
    return null;
  }
}
