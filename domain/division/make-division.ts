import aliasData from './aliases.json';
import { readName } from './reading';
import { regularAliases } from './regular-aliases';
import { shortName as shorten } from './short-name';
import type { Division, DivisionCode, DivisionKind } from './types';

const irregularAliases = new Map(aliasData.map((entry) => [entry.code, entry.aliases] as const));
const NONE: readonly never[] = [];

/** What is known about a division before its short name, aliases and reading are derived. */
export interface DivisionSeed {
  readonly code: string;
  readonly kind: DivisionKind;
  readonly parent: string | null;
  /** Official name of the division above, empty when there is none. */
  readonly parentName: string;
  readonly name: string;
  readonly shortName?: string | undefined;
  /** Further names beside those that follow by rule and those in aliases.json. */
  readonly aliases?: readonly string[] | undefined;
  readonly validFrom?: string | null | undefined;
  readonly validTo?: string | null | undefined;
  readonly successors?: readonly string[] | undefined;
  readonly overlaps?: readonly string[] | undefined;
}

/**
 * Completes a division: short name, aliases (by rule, by list, and as given), pinyin and initials.
 * @param seed code, kind, parent and name as the sources give them
 * @returns the division; aliases never repeat its name or short name
 */
export function makeDivision(seed: DivisionSeed): Division {
  const { name, kind } = seed;
  const shortName = seed.shortName ?? shorten(withoutParent(seed), kind);
  const { pinyin, initials } = readName(name);
  return {
    code: seed.code as DivisionCode,
    kind,
    parent: seed.parent as DivisionCode | null,
    name,
    shortName,
    aliases: kind === 'COMMUNITY' ? NONE : collectAliases(seed, shortName),
    pinyin,
    initials,
    validFrom: seed.validFrom ?? null,
    validTo: seed.validTo ?? null,
    successors: (seed.successors ?? NONE) as readonly DivisionCode[],
    overlaps: (seed.overlaps ?? NONE) as readonly DivisionCode[],
  };
}

/** 高密市朝阳街道 is said 朝阳: some street names repeat the county they stand in. */
function withoutParent({ name, kind, parentName }: DivisionSeed): string {
  const repeats = kind === 'STREET' && parentName.length >= 2 && name.startsWith(parentName);
  return repeats && name.length >= parentName.length + 3 ? name.slice(parentName.length) : name;
}

function collectAliases(seed: DivisionSeed, short: string): readonly string[] {
  const all = new Set([
    ...(irregularAliases.get(seed.code) ?? NONE),
    ...(seed.aliases ?? NONE),
    ...regularAliases(seed.name, short, seed.kind, seed.parentName),
  ]);
  all.delete(seed.name);
  all.delete(short);
  return all.size === 0 ? NONE : [...all];
}
