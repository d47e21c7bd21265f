import type { Level } from '@/domain/level/level';
import { restSaid } from '@/domain/lookup/rest-said';
import type {
  AreaMention,
  AreaResult,
  DivisionResult,
  LevelCounts,
  LookupResult,
} from '@/domain/lookup/types';
import { fullName } from '@/domain/place/full-name';
import { sayInstant } from '@/domain/time/say-instant';

const WORDS: Record<Level, string> = {
  HIGH: 'high risk',
  MEDIUM: 'medium risk',
  LOW: 'low risk',
  ROUTINE: 'routine control',
  UNKNOWN: 'unknown, which is not low risk',
};
const MOST_CHILDREN = 10;
const MOST_MENTIONS = 5;

/** The English sentence of a result; see `describe`. Place names stay in Chinese. */
export function describeEn(result: LookupResult): string {
  const body = result.kind === 'area' ? areaEn(result) : divisionEn(result);
  return `${body}${lookbackEn(result)} ${cutOffEn(result)}.`;
}

function areaEn(result: AreaResult): string {
  const place = `${result.drill ? '[drill data] ' : ''}${fullName(namesOf(result), result.name, ' ')}`;
  const { why } = result;
  if (why.rule === 'STANDING') return `${place}: ${WORDS[result.level]} since ${sayInstant(why.from, 'en')}`;
  if (why.rule === 'RELEASED') {
    return `${place}: ${WORDS[result.level]}; its designation ended at ${sayInstant(why.endedAt, 'en')}`;
  }
  if (why.rule === 'NOT_YET') {
    return `${place}: ${WORDS[result.level]}; a designation begins at ${sayInstant(why.from, 'en')}`;
  }
  if (why.rule === 'NOT_LOCATED') return `${place}: ${WORDS[result.level]}${notLocatedEn(why)}`;
  return `${place}: ${WORDS[result.level]}`;
}

function divisionEn(result: DivisionResult): string {
  const { contains, why, restWhy, level } = result;
  const remaining = restSaid(result);
  const title = pathEn(result);
  if (why.rule === 'STANDING') {
    return `${title}: ${WORDS[level]} throughout since ${sayInstant(why.from, 'en')}${besideEn(result)}`;
  }
  const lost = notLocatedEn(result.unlocated);
  if (result.match.type !== 'address') {
    if (contains.HIGH + contains.MEDIUM > 0) {
      const rest = remaining === null ? '' : `; the rest is ${WORDS[remaining]}`;
      return `${title}: ${countsEn(contains)}${spreadEn(result)}${rest}${lost}${overlapEn(result)}`;
    }
    if (restWhy.rule === 'BY_COUNTY' && level === 'ROUTINE')
      return `${title}: no high-risk or medium-risk area`;
  }
  return `${groundEn(result)}${lost}${besideEn(result)}${overlapEn(result)}`;
}

/** The ground outside the areas named: what an address stands on, or what remains of a division. */
function groundEn(result: DivisionResult): string {
  const open = result.possible.length > 0 ? 'if outside the areas named below, ' : '';
  const words = `${pathEn(result)}: ${open}${WORDS[result.restLevel ?? result.level]}`;
  const { restWhy } = result;
  if (restWhy.rule !== 'REST_OF_COUNTY') return words;
  const county = result.path.find((step) => step.code === restWhy.county)?.name ?? 'the county';
  return `${words} (${county} holds ${countsEn(restWhy)})`;
}

function notLocatedEn(counts: LevelCounts): string {
  if (counts.HIGH + counts.MEDIUM === 0) return '';
  return `; ${countsEn(counts)} could not be located and may lie here`;
}

/** Lists write a place of a functional zone under the zone or under a county of its ground. */
function overlapEn({ overlapping }: DivisionResult): string {
  return overlapping
    .map(
      (other) =>
        `; ${other.name}, which shares its ground, holds ${countsEn(other.contains)}, which may lie here`,
    )
    .join('');
}

function besideEn(result: DivisionResult): string {
  const possible = mentionsEn('it may lie in, to be checked', result.possible);
  return `${possible}${mentionsEn('beside it', result.nearby)}`;
}

function mentionsEn(title: string, mentions: readonly AreaMention[]): string {
  if (mentions.length === 0) return '';
  const listed = mentions.slice(0, MOST_MENTIONS).map((area) => `${area.name} (${WORDS[area.level]})`);
  const more = mentions.length > MOST_MENTIONS ? ` and ${mentions.length - MOST_MENTIONS} more` : '';
  return `; ${title}: ${listed.join(', ')}${more}`;
}

function countsEn(counts: LevelCounts): string {
  const parts = [];
  if (counts.HIGH > 0) parts.push(`${counts.HIGH} high-risk ${counts.HIGH === 1 ? 'area' : 'areas'}`);
  if (counts.MEDIUM > 0) {
    parts.push(`${counts.MEDIUM} medium-risk ${counts.MEDIUM === 1 ? 'area' : 'areas'}`);
  }
  return parts.join(' and ');
}

function spreadEn({ children, contains }: DivisionResult): string {
  if (children.length === 0) return '';
  const both = contains.HIGH > 0 && contains.MEDIUM > 0;
  const listed = children
    .slice(0, MOST_CHILDREN)
    .map((child) => `${child.name} ${both ? countsEn(child) : child.HIGH + child.MEDIUM}`);
  const more = children.length > MOST_CHILDREN ? ` and ${children.length - MOST_CHILDREN} more` : '';
  return `, in ${listed.join(both ? '; ' : ', ')}${more}`;
}

function lookbackEn(result: LookupResult): string {
  const { days, highest, last } = result.lookback;
  if (last === null || highest === result.level) return '';
  if (highest !== 'HIGH' && highest !== 'MEDIUM') return '';
  return `; highest in the last ${days} days: ${WORDS[highest]}, last until ${sayInstant(last, 'en')}`;
}

function cutOffEn({ source }: LookupResult): string {
  if (source === null) return '(no data covering this place has been received)';
  return `(data as of ${sayInstant(source.publishedAt, 'en')}; source: ${source.name})`;
}

function pathEn(result: LookupResult): string {
  return namesOf(result).join(' ');
}

function namesOf(result: LookupResult): string[] {
  return result.path.map((step) => step.name);
}
