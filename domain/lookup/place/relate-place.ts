import { containsPlace } from '@/domain/lookup/place/contains-place';
import { parsePlaces } from '@/domain/lookup/place/parse-places';
import type { Place } from '@/domain/lookup/place/place';
import { relateStems } from '@/domain/lookup/place/relate-stems';
import { isZone, withoutZone } from '@/domain/lookup/place/stem-text';

/** What a listed place is to an address; `unrelated` when they do not name one compound. */
export type PlaceRelation = 'inside' | 'partly' | 'possible' | 'nearby' | 'unrelated';

const NUMBERED = /^第?[a-z甲乙丙丁东西南北中]?(?:\d|号|栋|幢|座|单元)/;
const WITHIN = /^(?:内|里|院|中|小区)/;

/**
 * Relate an address to a listed place.
 *
 * The rule: same compound and its numbers hold the address → `inside`; same compound, other number → `nearby`; the
 * address is wider than what is listed → `partly`; the wording leaves it open (not-understood rest, one of two names
 * merely ends like the other, a zone only one of them states) → `possible`. Only `inside` may give the address its
 * level; `partly` and `possible` forbid saying low without naming them.
 */
export function relatePlace(listed: Place, address: Place): PlaceRelation {
  const whole = relateStems(listed.stem, address.stem);
  if (whole !== 'unrelated') return whole === 'same' ? plain(listed, address) : doubtful(listed, address);
  const listedBase = withoutZone(listed.stem);
  const addressBase = withoutZone(address.stem);
  if (listedBase !== listed.stem && addressBase === address.stem) {
    return relateStems(listedBase, address.stem) === 'unrelated'
      ? 'unrelated'
      : zoneLeftOpen(listed, address);
  }
  return longerAddress(listed, address);
}

function plain(listed: Place, address: Place): PlaceRelation {
  const held = containsPlace(listed, address);
  if (held === 'outside') return 'nearby';
  return held === 'unsure' ? 'possible' : held;
}

function doubtful(listed: Place, address: Place): PlaceRelation {
  return containsPlace(listed, address) === 'outside' ? 'unrelated' : 'possible';
}

/** 天宏尚文苑南区2号楼 is listed and the address says 天宏尚文苑2号楼. */
function zoneLeftOpen(listed: Place, address: Place): PlaceRelation {
  const held = containsPlace(listed, address);
  if (held === 'outside') return 'nearby';
  return Object.keys(address.parts).length === 0 ? 'partly' : 'possible';
}

/** The address goes on after the listed name: 天宏尚文苑 is listed, the address says 天宏尚文苑南区2号楼. */
function longerAddress(listed: Place, address: Place): PlaceRelation {
  for (let end = address.stem.length - 1; end >= 2; end--) {
    const relation = relateStems(listed.stem, address.stem.slice(0, end));
    if (relation === 'unrelated') continue;
    const behind = address.stem.slice(end);
    const bare = Object.keys(listed.parts).length === 0;
    if (bare && relation === 'same' && listed.certain && listed.except.length === 0) {
      if (isZone(behind) || WITHIN.test(behind)) return 'inside';
      return 'possible';
    }
    if (bare) return listed.stem.length >= 3 ? 'possible' : 'unrelated';
    if (NUMBERED.test(behind)) return cutShort(listed, address);
    if (!isZone(behind)) return 'unrelated';
    return containsPlace(listed, address) === 'outside' ? 'nearby' : 'possible';
  }
  return 'unrelated';
}

/** The address writes words between its numbers (9号楼西侧101室), so that the first of them went into its stem. */
function cutShort(listed: Place, address: Place): PlaceRelation {
  const [before] = parsePlaces(address.stem).places;
  if (before === undefined || relateStems(listed.stem, before.stem) === 'unrelated') return 'possible';
  return containsPlace(listed, before) === 'outside' ? 'nearby' : 'possible';
}
