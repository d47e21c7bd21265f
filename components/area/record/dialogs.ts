/** The dialogs of an area's page. Which is open stands in the address, so it survives a reload and Back closes it. */
const DIALOGS = ['infection', 'screening', 'withdraw', 'level', 'withdraw-level', 'uphold'] as const;
export type Dialog = (typeof DIALOGS)[number];

/** The dialog and the record that a query string names; null when it names none. */
export function dialogIn(search: string): { dialog: Dialog; record: string | null } | null {
  const query = new URLSearchParams(search);
  const dialog = DIALOGS.find((one) => one === query.get('do'));
  return dialog ? { dialog, record: query.get('record') } : null;
}

/** The address of a dialog on the present page. */
export function dialogHref(dialog: Dialog, record: string | null): string {
  const query = new URLSearchParams({ do: dialog });
  if (record !== null) query.set('record', record);
  return `?${query}`;
}
