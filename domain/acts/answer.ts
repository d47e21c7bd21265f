/**
 * Why an act was not done, as a form tells it: `conflict` somebody was faster or it contradicts what stands, `busy` try
 * again in a while, `unavailable` the server cannot at present.
 */
export type RefusalKind = 'invalid-input' | 'conflict' | 'not-found' | 'signed-out' | 'busy' | 'unavailable';

/** The refusal of an act: nothing was changed. */
export interface Refused {
  readonly ok: false;
  readonly kind: RefusalKind;
  /** Names of the inputs at fault, the first of each path; none when it is no input's. */
  readonly fields: readonly string[];
  /** The reason by name where there is one, such as `last-administrator`. */
  readonly code: string | null;
  /** What the refusal tells of the present state, by name. */
  readonly values: Readonly<Record<string, string>>;
}

/** What every act answers at a door for people: what came of it, or why it was refused. */
export type Answer<R extends object = Record<never, never>> = ({ readonly ok: true } & R) | Refused;

/** The answer of an act of which none ever came: the line was cut, or the server. */
export const UNANSWERED: Refused = { ok: false, kind: 'unavailable', fields: [], code: null, values: {} };
