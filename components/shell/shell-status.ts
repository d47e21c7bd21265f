/** What the top bar shows. Instants are epoch ms of the deployment's clock, which in a drill is a simulated one. */
export interface ShellStatus {
  readonly now: number;
  readonly drill: boolean;
  readonly paused: boolean;
  /** When the latest change was recorded; `none` before the first, `unknown` while the database does not answer. */
  readonly dataAt: number | 'none' | 'unknown';
}
