import type { Viewer } from '@/server/auth/viewer';
import type { Database } from '@/server/db/connect';
import { holdsAt, wasHeld } from '@/server/db/two-time';
import { divisionPaths, type PlacedDivision } from './division-path';

export interface AsOfFilter {
  /** Valid time (epoch ms): when the level held. */
  asOf: number;
  /** Recorded time (epoch ms): what we knew then. */
  knownAt: number;
  level?: 'HIGH' | 'MEDIUM' | 'LOW';
  /** Division code: areas of its subtree. */
  division?: string;
  /** Part of the name. */
  q?: string;
  /** Area id after which the page begins. */
  after?: string;
  limit: number;
}

/** One area at which a level held. */
export interface AsOfArea {
  id: string;
  name: string;
  aliases: string[];
  kind: string;
  level: string;
  since: string;
  until: string | null;
  recordedAt: string;
  cause: string;
  noticeNo: string | null;
  policy: { id: string; version: number };
  source: unknown;
  authority: string;
  divisionCode: string | null;
  path: PlacedDivision['steps'];
  resolved: boolean;
  writtenPath: string;
  drill: boolean;
}

interface Row extends Omit<AsOfArea, 'since' | 'until' | 'recordedAt' | 'policy' | 'path'> {
  validFrom: Date;
  validTo: Date | null;
  recordedFrom: Date;
  policyId: string;
  policyVersion: number;
}

/** The source without the name of the person who decided: that is for the audit trail, not for other systems. */
const PUBLIC_SOURCE = `case when d.source->>'kind' = 'DECISION' then d.source - 'name' else d.source end`;

/**
 * Areas at which a level held at `asOf`, as it was known at `knownAt`, inside the viewer's subtree, by area id: each as it
 * was called and placed then. A later correction does not change what was known before it.
 */
export async function areasAsOf(db: Database, viewer: Viewer, filter: AsOfFilter): Promise<AsOfArea[]> {
  const { rows } = await db.pool.query<Row>(
    `select a.id, v.name, v.aliases, v.kind, d.level, d.valid_from as "validFrom", d.valid_to as "validTo",
            d.recorded_from as "recordedFrom", d.cause, d.notice_no as "noticeNo", d.policy_id as "policyId",
            d.policy_version as "policyVersion", ${PUBLIC_SOURCE} as source, a.authority_id as authority,
            v.division_code as "divisionCode", v.resolved, v.written_path as "writtenPath", a.drill
     from designation d join area a on a.id = d.area_id join area_version v on v.area_id = a.id
     left join division on division.code = v.division_code
     where ${holdsAt('d', '$1')} and ${wasHeld('d', '$2')} and ${holdsAt('v', '$1')} and ${wasHeld('v', '$2')}
       and ($3::text is null or d.level = $3::stated_level)
       and ($4::text is null or division.path collate "C" like (select path from division where code = $4) || '%')
       and ($5::text is null or strpos(v.name, $5) > 0)
       and ($6::uuid is null or a.id > $6)
       and ($7 = '' or division.path collate "C" like $7 || '%')
     order by a.id limit $8`,
    [
      new Date(filter.asOf),
      new Date(filter.knownAt),
      filter.level ?? null,
      filter.division ?? null,
      filter.q ?? null,
      filter.after ?? null,
      viewer.scope,
      filter.limit,
    ],
  );
  const paths = await divisionPaths(
    db.prisma,
    rows.flatMap((row) => row.divisionCode ?? []),
  );
  return rows.map(({ validFrom, validTo, recordedFrom, policyId, policyVersion, ...row }) => ({
    ...row,
    since: validFrom.toISOString(),
    until: validTo?.toISOString() ?? null,
    recordedAt: recordedFrom.toISOString(),
    policy: { id: policyId, version: policyVersion },
    path: (row.divisionCode && paths.get(row.divisionCode)?.steps) || [],
  }));
}
