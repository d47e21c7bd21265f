/** What stands in the fields of a form, as written. */
export type Fields = Readonly<Record<string, string>>;

/** A draft: the fields, and the id under which the act is sent, so that sending it again records nothing twice. */
export interface Draft {
  readonly id: string;
  readonly fields: Fields;
}

const addressOf = (name: string) => `fengqu.draft.${name}`;

/** Keep a draft in the tab's session storage: a reload, and signing in anew, lose nothing. */
export function keepDraft(name: string, draft: Draft): void {
  try {
    sessionStorage.setItem(addressOf(name), JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing only loses the draft.
  }
}

export function forgetDraft(name: string): void {
  try {
    sessionStorage.removeItem(addressOf(name));
  } catch {
    // As above.
  }
}

/** The draft kept under a name; null for none, or for one that cannot be read. @param initial all the fields there are */
export function keptDraft(name: string, initial: Fields): Draft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(addressOf(name)) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('id' in kept) || !('fields' in kept)) return null;
    const { id, fields } = kept as { id: unknown; fields: Record<string, unknown> };
    if (typeof id !== 'string' || typeof fields !== 'object' || fields === null) return null;
    const known = Object.keys(initial).flatMap((field) => {
      const value = fields[field];
      return typeof value === 'string' ? [[field, value] as const] : [];
    });
    return { id, fields: { ...initial, ...Object.fromEntries(known) } };
  } catch {
    return null;
  }
}
