/**
 * A division code as text: six digits for province, prefecture, county (GB/T 2260) and for functional zones that
 * have a statistical xxxx7x code; nine for a street or township, twelve for a community or village (NBS codes).
 * A functional zone without any public code carries `<prefecture code>-<pinyin>`, e.g. `370100-gaoxin`.
 */
export type DivisionCode = string & { readonly __brand: 'DivisionCode' };

export const DIVISION_KINDS = [
  'PROVINCE',
  'PREFECTURE',
  'COUNTY',
  'FUNCTIONAL_ZONE',
  'STREET',
  'COMMUNITY',
] as const;
/** 省级 · 地级 · 县级 · 功能区 (高新区, 经开区 …; no county of its own) · 乡级 · 村级. */
export type DivisionKind = (typeof DIVISION_KINDS)[number];

/** One division as stored and indexed. */
export interface Division {
  readonly code: DivisionCode;
  readonly kind: DivisionKind;
  /** Code of the division above; null for a province. */
  readonly parent: DivisionCode | null;
  /** Official full name, e.g. 土默特左旗. */
  readonly name: string;
  /** Name without its generic ending where that is how people say it, e.g. 潍坊, 寒亭; else equal to `name`. */
  readonly shortName: string;
  /** Other names in use, e.g. 土左旗. */
  readonly aliases: readonly string[];
  /** Toneless pinyin without blanks, e.g. `weifangshi`. */
  readonly pinyin: string;
  /** First letters, e.g. `wfs`. */
  readonly initials: string;
  /** First day (ISO date) on which the code is valid, when known. */
  readonly validFrom: string | null;
  /** First day (ISO date) on which the code is no longer valid; null while valid. */
  readonly validTo: string | null;
  /** Codes that took this one's place when it was withdrawn. */
  readonly successors: readonly DivisionCode[];
  /** For a functional zone: the counties whose ground it covers, where known. */
  readonly overlaps: readonly DivisionCode[];
}
