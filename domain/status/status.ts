/**
 * What can have a status, and which. An `AREA` has a risk level; a `ZONE` of the 8th edition a kind of control: `LOCKDOWN`
 * 封控区, `CONTROL` 管控区, `PRECAUTION` 防范区. The most restrictive first. The last is what remains of a county once the others are
 * lifted: it is derived and never drawn (DOMAIN §1), and nothing is lowered from it.
 */
export const STATUSES = {
  AREA: ['HIGH', 'MEDIUM', 'LOW'],
  ZONE: ['LOCKDOWN', 'CONTROL', 'PRECAUTION'],
} as const;

export type SubjectKind = keyof typeof STATUSES;
export type StatusOf<K extends SubjectKind> = (typeof STATUSES)[K][number];
/** A status that a subject can be lowered to. */
export type LoweredTo<K extends SubjectKind> = Exclude<StatusOf<K>, 'HIGH' | 'LOCKDOWN'>;
export type Status = StatusOf<SubjectKind>;

/**
 * Order two statuses of one kind by how much they restrict.
 * @returns negative when `a` restricts less than `b`, zero when equal, positive when more.
 */
export function compareStatuses(kind: SubjectKind, a: Status, b: Status): number {
  const order: readonly Status[] = STATUSES[kind];
  return order.indexOf(b) - order.indexOf(a);
}

/** Whether it is what remains once the others are lifted. */
export function isRemainder(kind: SubjectKind, status: Status): boolean {
  return status === STATUSES[kind].at(-1);
}
