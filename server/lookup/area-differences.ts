import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type pg from 'pg';
import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { countsAt } from '@/domain/lookup/area/roll-up-at';
import { statedLevelAt } from '@/domain/lookup/area/stated-level';
import { codeOf } from '@/domain/lookup/division/division-codes';
import type { IndexedArea } from '@/domain/lookup/types';

/** Number of levels that stand or are set to begin in a division, and a sum over what they say. */
type Digests = ReadonlyMap<string, string>;

/**
 * Compare the areas of a snapshot with the database at the snapshot's own version: every level that stands or is set to
 * begin, by the division its area was resolved to, and every roll-up with a count over all entries.
 * @returns codes of the divisions that differ ('' for areas without one)
 */
export async function areaDifferences(client: pg.ClientBase, index: AreaIndex): Promise<string[]> {
  const recorded = await recordedDigests(client, index.evaluatedAt);
  const held = await heldDigests(index);
  const codes = new Set([...recorded.keys(), ...held.keys()]);
  const differing = [...codes].filter((code) => recorded.get(code) !== held.get(code));
  return [...new Set([...differing, ...(await wrongRollUps(index))])].sort();
}

async function recordedDigests(client: pg.ClientBase, at: number): Promise<Digests> {
  const { rows } = await client.query<{ code: string; digest: string }>(
    `select coalesce(a.division_code, '') as code,
            count(*) || ' ' || sum(('x' || left(md5(concat_ws('|', a.id, a.name, d.level,
              (extract(epoch from d.valid_from) * 1000)::bigint, (extract(epoch from d.valid_to) * 1000)::bigint)),
              12))::bit(48)::bigint) as digest
     from designation d join area a on a.id = d.area_id
     where d.recorded_to is null and (d.valid_to is null or d.valid_to > $1) group by 1`,
    [new Date(at)],
  );
  return new Map(rows.map((row) => [row.code, row.digest]));
}

async function heldDigests(index: AreaIndex): Promise<Digests> {
  const sums = new Map<string, { count: number; sum: bigint }>();
  for (const chunk of index.chunks) {
    for (const entry of chunk) {
      if (entry === undefined) continue;
      const code = entry.area.divisionCode ?? '';
      for (const mark of marksOf(entry.area, index.evaluatedAt)) {
        const known = sums.get(code) ?? { count: 0, sum: 0n };
        sums.set(code, { count: known.count + 1, sum: known.sum + mark });
      }
    }
    // No look-up waits for this.
    await breathe();
  }
  return new Map([...sums].map(([code, { count, sum }]) => [code, `${count} ${sum}`]));
}

function marksOf({ id, name, periods }: IndexedArea, at: number): bigint[] {
  return periods
    .filter((period) => period.to === null || period.to > at)
    .map(({ level, from, to }) => {
      const said = [id, name, level, from, ...(to === null ? [] : [to])].join('|');
      return BigInt(`0x${createHash('md5').update(said).digest('hex').slice(0, 12)}`);
    });
}

/** Divisions whose roll-up is not the count of what stands in them, at the instant it was evaluated for. */
async function wrongRollUps(index: AreaIndex): Promise<string[]> {
  const { divisions, evaluatedAt: at } = index;
  const counted = new Map<number, { HIGH: number; MEDIUM: number }>();
  for (const chunk of index.chunks) {
    for (const entry of chunk) {
      const now = entry && statedLevelAt(entry.area.periods, at);
      if (!entry || !now || now.level === 'LOW') continue;
      for (let step = entry.division; step >= 0; step = divisions.parents[step] ?? -1) {
        const counts = counted.get(step) ?? { HIGH: 0, MEDIUM: 0 };
        counts[now.level] += 1;
        counted.set(step, counts);
      }
    }
    await breathe();
  }
  return [...new Set([...counted.keys(), ...index.rollUps.keys()])]
    .filter((ordinal) => {
      const { HIGH, MEDIUM } = countsAt(index, ordinal, at);
      const truth = counted.get(ordinal);
      return HIGH !== (truth?.HIGH ?? 0) || MEDIUM !== (truth?.MEDIUM ?? 0);
    })
    .map((ordinal) => codeOf(divisions, ordinal));
}
