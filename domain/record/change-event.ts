import type { DesignationCause } from '@/domain/area/types';
import type { Level, StatedLevel } from '@/domain/level/level';

/** The area as an event speaks of it. */
interface AreaBody {
  readonly areaId: string;
  readonly divisionCode: string | null;
  /** Names from the province down; the written path where it was not resolved. */
  readonly path: readonly string[];
  readonly name: string;
  readonly aliases: readonly string[];
  readonly drill: boolean;
}

/** The public bodies of the change log (API.md), by type. Instants are ISO 8601. */
export interface EventBodies {
  'fengqu.area-status.changed.v1': AreaBody & {
    /** As a verb states it, `to` is null where a level ends; as it is told, what follows then. */
    readonly level: { readonly from: Level | null; readonly to: Level | null };
    readonly effectiveAt: string;
    readonly recordedAt: string;
    readonly cause: DesignationCause;
    readonly policy: { readonly id: string; readonly version: number };
    readonly noticeNo?: string;
    /** Sequence of the event that this one takes back. */
    readonly corrects?: string;
  };
  'fengqu.area-evidence.changed.v1': AreaBody & {
    readonly evidence: 'INFECTION' | 'SCREENING' | 'DECISION';
    readonly recordedAt: string;
    readonly basisChanged: boolean;
    /** The lowering whose basis is lost. */
    readonly lowering?: { readonly from: StatedLevel; readonly effectiveAt: string };
  };
  'fengqu.area.renamed.v1': AreaBody & {
    readonly previousName: string;
    readonly effectiveAt: string;
    readonly recordedAt: string;
    readonly cause: Extract<DesignationCause, 'IMPORTED' | 'CORRECTED'>;
  };
}

/** One line for the change log: which area, the instant from which it holds (epoch ms), and its public body. */
export type ChangeEvent = {
  [Type in keyof EventBodies]: {
    readonly type: Type;
    readonly subject: string;
    readonly effectiveAt: number;
    readonly data: EventBodies[Type];
  };
}[keyof EventBodies];
