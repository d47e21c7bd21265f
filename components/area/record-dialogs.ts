/** The dialogs of an area's page. Which is open stands in the address, so it survives a reload and Back closes it. */
export const DIALOGS = ['infection', 'screening', 'withdraw', 'level'] as const;
export type Dialog = (typeof DIALOGS)[number];

/** Search parameters of the page that name the open dialog and the record it is about. */
export const DIALOG_PARAM = 'do';
export const RECORD_PARAM = 'record';

/** The dialog a search parameter names; null for anything else. */
export function dialogNamed(name: string | null): Dialog | null {
  return DIALOGS.find((dialog) => dialog === name) ?? null;
}

/** The address of a dialog on the present page. */
export function dialogHref(dialog: Dialog, record: string | null): string {
  const query = new URLSearchParams({ [DIALOG_PARAM]: dialog });
  if (record !== null) query.set(RECORD_PARAM, record);
  return `?${query}`;
}
