/** A division to choose, with the names above it, outermost first. */
export interface DivisionOption {
  readonly code: string;
  readonly name: string;
  readonly above: string;
}

/** Finds divisions by Chinese name, pinyin, initials or code. */
export type FindDivisions = (text: string) => Promise<DivisionOption[]>;
