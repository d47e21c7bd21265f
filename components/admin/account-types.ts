/** The roles in the order in which screens offer them. */
export const ROLES = ['STAFF', 'PRESS', 'OFFICER', 'ADMIN'] as const;

/** An account as the list shows it. `lastSeenAt`: start of its latest session, epoch ms. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly role: (typeof ROLES)[number];
  readonly divisionCode: string | null;
  readonly divisionName: string | null;
  readonly active: boolean;
  readonly lastSeenAt: number | null;
}
