/** What the top bar shows. Instants are epoch ms of the deployment's clock, which in a drill is a simulated one. */
export interface ShellStatus {
  readonly now: number;
  readonly drill: boolean;
  readonly paused: boolean;
  /** When the latest change was recorded; `none` before the first, `unknown` when it could not be read. */
  readonly changedAt: number | 'none' | 'unknown';
  /** Real time since the database last answered, in ms, once that is long enough to matter; else null. */
  readonly unheardMs: number | null;
}
