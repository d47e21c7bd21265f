import type { Decision } from '@/domain/area/decision';
import type { AreaKind } from '@/domain/area/types';
import type { DivisionCode } from '@/domain/division/types';
import type { StatedLevel } from '@/domain/level/level';

/** One standing area as lists show it. Instants are epoch ms. */
export interface AreaRow {
  readonly areaId: string;
  readonly name: string;
  readonly kind: AreaKind;
  readonly level: StatedLevel;
  readonly since: number;
  readonly drill: boolean;
  readonly resolved: boolean;
  readonly writtenPath: string;
  readonly authorityId: string;
  readonly division: {
    readonly steps: readonly { readonly code: DivisionCode; readonly name: string }[];
  } | null;
  readonly county: { readonly code: DivisionCode; readonly name: string } | null;
  /** Null for imported areas, which follow their list. */
  readonly decision: Decision | null;
}

/** The path of an area as one text, outermost first; as written while nobody has resolved it. */
export function pathOfRow(row: Pick<AreaRow, 'division' | 'writtenPath'>): string {
  return row.division?.steps.map((step) => step.name).join(' ') ?? row.writtenPath;
}
