import { holdsNumber, type Numbers, PART_KINDS, type Parts, type Place } from '@/domain/lookup/place/place';

/**
 * How an address lies to a listed place of the same compound: `inside`; `outside` (another building or unit);
 * `partly` (the address is wider, only part of it is listed); `unsure`.
 */
export type Containment = 'inside' | 'outside' | 'partly' | 'unsure';

/** Compare the numbers of `address` with those of `listed`; both have the same stem. */
export function containsPlace(listed: Place, address: Place): Containment {
  const inParts = withinParts(listed.parts, address.parts);
  if (inParts === 'outside') return 'outside';
  if (!listed.certain || !address.certain) return 'unsure';
  if (inParts !== 'inside') return inParts;
  for (const left of listed.except) {
    const inException = withinParts(left, address.parts);
    if (inException === 'inside') return 'outside';
    if (inException !== 'outside') return 'unsure';
  }
  return 'inside';
}

function withinParts(listed: Parts, address: Parts): Containment {
  let answer: Containment = 'inside';
  for (const kind of PART_KINDS) {
    const wanted = listed[kind];
    const given = address[kind];
    if (wanted === undefined) continue;
    if (given === undefined) {
      const cross = crossWord(listed, address, kind, wanted);
      if (cross === 'outside') return 'outside';
      answer = cross === 'unsure' ? 'unsure' : answer === 'inside' ? 'partly' : answer;
      continue;
    }
    const found = given.values.filter((value) => holdsNumber(wanted, value)).length;
    if (given.ranges.length > 0) answer = sameRange(wanted, given) ? answer : 'unsure';
    else if (found === 0) return unsureNumber(wanted, given) ? 'unsure' : 'outside';
    else if (inOpenDoorRange(kind, wanted, given)) answer = 'unsure';
  }
  return answer;
}

/** 18号 and 18号楼 may be one building; 18号 and 3号楼 are not. */
function crossWord(listed: Parts, address: Parts, kind: string, wanted: Numbers): Containment {
  if (kind !== 'door' && kind !== 'building') return 'partly';
  const other = kind === 'door' ? 'building' : 'door';
  const given = address[other];
  if (given === undefined || listed[other] !== undefined) return 'partly';
  return given.values.some((value) => holdsNumber(wanted, value)) ? 'unsure' : 'outside';
}

function sameRange(wanted: Numbers, given: Numbers): boolean {
  return given.ranges.every((range) =>
    wanted.ranges.some((listed) => range.low >= listed.low && range.high <= listed.high),
  );
}

/** The odd and the even side of a street carry different numbers, so between the ends of 7-19号 nothing is sure. */
function inOpenDoorRange(kind: string, wanted: Numbers, given: Numbers): boolean {
  if (kind !== 'door') return false;
  return given.values.some(
    (value) =>
      !wanted.values.includes(value) &&
      !wanted.ranges.some((range) => Number(value) === range.low || Number(value) === range.high),
  );
}

/** 3-1 and 3 share their first number: one may be part of the other. */
function unsureNumber(wanted: Numbers, given: Numbers): boolean {
  return given.values.some((value) =>
    wanted.values.some(
      (listed) => listed !== value && (listed.startsWith(`${value}-`) || value.startsWith(`${listed}-`)),
    ),
  );
}
