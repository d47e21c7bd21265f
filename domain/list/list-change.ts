import type { ListDiff, StandingPlace } from '@/domain/list/diff-types';

/** How a list differs from what stands, in the numbers by which it is judged. Low places are no measure. */
export interface ListChange {
  /** Places that stand. */
  readonly before: number;
  /** Of those, the ones the list no longer names; renamed ones are not gone. */
  readonly gone: number;
  readonly added: number;
  readonly lowered: number;
  /** `before` and `gone` by province as written, and by province and prefecture. */
  readonly provinces: Loss;
  readonly prefectures: Loss;
}

/** Places that stood and that are gone, by the name of a part of the nation. */
export type Loss = Readonly<Record<string, { readonly before: number; readonly gone: number }>>;

/** What the lists before this one changed, as far as they are remembered. */
export interface PastChanges {
  /** Newest first; lists that were held and second editions of an hour are left out. */
  readonly changes: readonly { readonly hours: number; readonly added: number; readonly gone: number }[];
  /** The most places each province had on one of them. */
  readonly peaks: Readonly<Record<string, number>>;
}

/** Nothing is remembered: the list is the first or the second of its authority. */
export const NO_PAST: PastChanges = { changes: [], peaks: {} };

/** Measures what a list would change. */
export function measureChange(standing: readonly StandingPlace[], diff: ListDiff): ListChange {
  const counted = standing.filter((place) => place.level !== 'LOW');
  const ended = diff.ended.map((row) => row.standing).filter((place) => place.level !== 'LOW');
  const by = (names: number) => {
    const nameOf = ({ writtenPath }: StandingPlace) => writtenPath.split(' ', names).join(' ');
    return lossBy(counted.map(nameOf), ended.map(nameOf));
  };
  const { standing: before, disappeared: gone, added, lowered } = diff;
  return {
    before,
    gone,
    added: added.length,
    lowered: lowered.length,
    provinces: by(1),
    prefectures: by(2),
  };
}

/** Counts the places that stood and the ones that are gone, each given by its part's name. */
export function lossBy(before: readonly string[], gone: readonly string[]): Loss {
  const loss: Record<string, { before: number; gone: number }> = {};
  const of = (name: string) => {
    loss[name] ??= { before: 0, gone: 0 };
    return loss[name];
  };
  for (const name of before) of(name).before += 1;
  for (const name of gone) of(name).gone += 1;
  return loss;
}
