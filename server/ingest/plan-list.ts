import { createHash } from 'node:crypto';
import { liesIn } from '@/domain/division/lies-in';
import type { DivisionCode } from '@/domain/division/types';
import { compareAtHome } from '@/domain/list/compare-at-home';
import { diffLists, type GroundPaths } from '@/domain/list/diff';
import { holdReasons } from '@/domain/list/hold';
import { measureChange } from '@/domain/list/list-change';
import { listEffect } from '@/domain/list/list-effect';
import { planText } from '@/domain/list/plan-text';
import { settleIdentities } from '@/domain/list/settle-identities';
import type { ListEntry } from '@/domain/list/types';
import { placeKey } from '@/domain/place/normalize';
import { OWN_AUTHORITY } from '@/server/areas/own-authority';
import type { RawTransaction } from '@/server/db/transaction';
import { Problem } from '@/server/errors';
import type { DivisionBook } from './division-book';
import { importSettings } from './import-settings';
import { lastApplied } from './last-applied';
import type { ListPlan, PreparedList } from './list-plan';
import { pastChanges } from './past-changes';
import { planBasis } from './plan-basis';
import { formerPlaces, standingPlaces } from './standing-places';

type Reader = Pick<RawTransaction, '$queryRaw'>;

/**
 * What a list would do to the state as it is now. Reads only.
 * @param now the clock's present (epoch ms): a list cannot take effect later than that, nor before the list before it.
 * @throws Problem temporarily-unavailable when a setting is unusable.
 */
export async function planList(
  reader: Reader,
  book: DivisionBook,
  prepared: PreparedList,
  now: number,
): Promise<ListPlan> {
  const { authority, places, list, summary } = prepared;
  const basis = await planBasis(reader, authority.id);
  const settings = await importSettings(reader);
  const previous = await lastApplied(reader, authority.id);
  const standing = await standingPlaces(reader, authority.id);
  const home = homePath(book, settings.homeDivision);
  const atHome = (code: DivisionCode | null): boolean =>
    home !== null && code !== null && liesIn(book.placed(code)?.path, home);
  const codeOf = (entry: ListEntry): DivisionCode | null => places.get(entry)?.code ?? null;
  const pathOf = (code: DivisionCode): string | null => book.placed(code)?.path ?? null;
  const paths: GroundPaths = {
    of: pathOf,
    known: (entry) => {
      const code = codeOf(entry);
      return code === null ? null : pathOf(code);
    },
  };
  const divisionOf = (entry: ListEntry): DivisionCode | null => {
    const place = places.get(entry);
    return place?.resolved ? place.code : null;
  };
  const away = home === null ? list.entries : list.entries.filter((entry) => !atHome(codeOf(entry)));
  const inside = home === null ? [] : list.entries.filter((entry) => atHome(codeOf(entry)));
  const standingAway = home === null ? standing : standing.filter((place) => !atHome(place.divisionCode));
  const diff = diffLists(standingAway, away, divisionOf, paths);
  const own = home === null ? [] : await standingPlaces(reader, OWN_AUTHORITY.id);
  const discrepancies = compareAtHome(
    own.filter((place) => atHome(place.divisionCode)),
    inside,
    codeOf,
    paths,
  );
  const nameKeys = [...diff.added, ...diff.renamed].map((row) => placeKey(row.entry.place));
  const former = await formerPlaces(reader, authority.id, nameKeys);
  const judged = {
    previous: previous?.summary ?? null,
    next: summary,
    warnings: list.warnings,
    change: measureChange(standingAway, diff),
    past: await pastChanges(reader, authority.id),
    now,
  };
  const holds = holdReasons(judged, { maxDropShare: settings.maxDropShare });
  const plan = {
    diff,
    standing: new Map(standing.map((place) => [place.areaId, place])),
    ...settleIdentities(diff, standing, former, places, pathOf),
    discrepancies,
    compared: inside.length,
    homeDivision: settings.homeDivision,
    holds,
    previous,
    ...listEffect(list.listTime, previous?.effectiveAt ?? null, now),
    basis,
  };
  return { ...plan, digest: sha256(planText(prepared.fileHash, plan)) };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

function homePath(book: DivisionBook, code: string | null): string | null {
  if (code === null) return null;
  const path = book.placed(code)?.path;
  if (path) return path;
  throw new Problem(
    'temporarily-unavailable',
    `The setting home.division names ${code}, which is no division.`,
  );
}
