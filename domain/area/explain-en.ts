import type { FactFault } from '@/domain/area/decision';
import type { Asked, Barrier, Counted, RoundMissing, Saying } from '@/domain/area/saying';
import type { ManualEvidence, StartEvent } from '@/domain/policy/types';
import type { Status, SubjectKind } from '@/domain/status/status';
import { sayDay, sayInstant } from '@/domain/time/say-instant';

const STATUS: Record<Status, string> = {
  HIGH: 'high risk',
  MEDIUM: 'medium risk',
  LOW: 'low risk',
  LOCKDOWN: 'lockdown zone',
  CONTROL: 'control zone',
  PRECAUTION: 'precaution zone',
};
const WORDS = {
  AREA: { noun: 'area', unknown: 'the risk level is unknown', to: 'lowered to', stays: 'stays at', is: 'is' },
  ZONE: {
    noun: 'zone',
    unknown: 'its kind of control is unknown',
    to: 'released to a',
    stays: 'stays a',
    is: 'is a',
  },
} as const satisfies Record<SubjectKind, unknown>;
const REMAINS = { AREA: STATUS.LOW, ZONE: STATUS.PRECAUTION } as const;
type Words = (typeof WORDS)[SubjectKind];
const EVENT: Record<StartEvent, string> = {
  DESIGNATION: 'the time of designation',
  LAST_POSITIVE: 'the day the last infection was found',
  CASE_LEFT: 'the day the case left',
  FINAL_DISINFECTION: 'the day final disinfection was finished',
};
const EVIDENCE: Record<ManualEvidence, string> = {
  LAST_CLOSE_CONTACT_OVER_14_DAYS_AND_NEGATIVE:
    'someone confirms that the last close contact left more than 14 days ago and tested negative',
  ALL_NEGATIVE_ROUND_WITHIN_2_DAYS:
    'someone confirms a round of screening in the last 2 days with every result negative',
};
const FACT = {
  DESIGNATION: 'A designation',
  INFECTION: 'An infection record',
  ROUND: 'A screening record',
  MILESTONE: 'A start-event record',
} as const;
const FAULT: Record<FactFault, string> = {
  DAY_NOT_A_DATE: 'has a day that is no date',
  COUNT_NOT_A_NUMBER: 'has an impossible number of people',
  INSTANT_NOT_A_TIME: 'has an impossible time',
  ENDS_BEFORE_IT_BEGINS: 'ends before it begins',
  TARGET_NOT_POSITIVE: 'does not say how many people were to be tested',
  TESTED_OVER_TARGET: 'has more people tested than there were to test',
  SUM_OVER_TARGET: 'brings its round to more people tested than there were to test',
  POSITIVE_OVER_TESTED: 'has more positives than people tested',
};

/** One English sentence for what there is to say. */
export function explainEn(subject: SubjectKind, saying: Saying): string {
  const words = WORDS[subject];
  const { noun, to, stays } = words;
  switch (saying.kind) {
    case 'UNKNOWN':
      return unknown(words, saying.endedAt, saying.startsAt);
    case 'LOW':
      return low(words, REMAINS[subject], sayInstant(saying.since, 'en'), saying.cause);
    case 'BARRED': {
      const still = saying.status === null ? words.unknown : `the ${noun} ${stays} ${STATUS[saying.status]}`;
      return `${barrierEn(saying.barrier)}; ${still}.`;
    }
    case 'DUE': {
      const round = saying.allNegative ? ', and everyone inside tested negative' : '';
      return `${countedEn(saying.counted)}${round}: the conditions are met and the ${noun} is ${to} ${statuses(saying.to)} as of ${sayInstant(saying.dueAt, 'en')}.`;
    }
    case 'ASKED':
      return `${countedEn(saying.counted)}; the ${noun} can be ${to} ${statuses(saying.to)} once ${askedEn(saying.asked)}.`;
    case 'COUNTING':
      return `${countedEn(saying.counted)}; after ${people(saying.remaining, 'more day')}${roundToCome(saying.round)} ${downward(words, saying)}`;
    case 'LACKING':
      return `${countedEn(saying.counted)}, but ${roundLacking(saying)}, so the ${noun} ${stays} ${STATUS[saying.status]}; once that is made good ${downward(words, saying)}`;
  }
}

function unknown(words: Words, endedAt: number | null, startsAt: number | null): string {
  const ended = endedAt === null ? '' : ` since the last one ended at ${sayInstant(endedAt, 'en')}`;
  const next = startsAt === null ? '' : `; a new one takes effect at ${sayInstant(startsAt, 'en')}`;
  return `No designation is in effect${ended}, so ${words.unknown}${next}.`;
}

function low(
  { noun, to, is }: Words,
  remains: string,
  since: string,
  cause: Extract<Saying, { kind: 'LOW' }>['cause'],
): string {
  if (cause === 'LOWERED_BY_RULE')
    return `The conditions were met and the ${noun} was ${to} ${remains} at ${since}.`;
  if (cause === 'LOWERED_BY_DECISION') return `The ${noun} was ${to} ${remains} by decision at ${since}.`;
  if (cause === 'RELEASED') return `The ${noun} was released at ${since} and ${is} ${remains}.`;
  return `The ${noun} has been ${is === 'is' ? '' : 'a '}${remains} since ${since}.`;
}

function countedEn({ days, from, broken }: Counted): string {
  const anew =
    broken === null
      ? ''
      : `The count began again after ${people(broken.persons, 'new infection')} on ${sayDay(broken.day, 'en')}: `;
  const first = (text: string) =>
    anew === '' ? `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}` : `${anew}${text}`;
  if (days > 0) return first(`no new infection for ${people(days, 'whole day')}`);
  if (broken !== null || from === null) return first('no whole day has passed yet');
  return `Counting from ${sayDay(from, 'en')}, no whole day has passed yet`;
}

function downward(
  words: Words,
  { to, asked, earliest }: Extract<Saying, { kind: 'COUNTING' | 'LACKING' }>,
): string {
  const lowered = `${words.to} ${statuses(to)}`;
  const falls =
    asked.length === 0
      ? `the ${words.noun} is ${lowered}`
      : `the ${words.noun} can be ${lowered} once ${askedEn(asked)}`;
  return `${falls}, at the earliest at ${sayInstant(earliest, 'en')}.`;
}

function roundToCome(round: RoundMissing | null): string {
  if (round === null) return '';
  const day = sayDay(round.onDay, 'en');
  if (round.state === 'INCOMPLETE' && round.persons !== null) {
    return `, and with ${people(round.persons, 'more person', 'more people')} screened and every result negative,`;
  }
  if (round.state === 'POSITIVE') {
    return `, and a new round of screening from ${day} with every result negative,`;
  }
  const early = round.state === 'EARLY' ? ' (earlier screening does not count)' : '';
  return `, and a screening of everyone inside on ${day} with every result negative${early},`;
}

function roundLacking({ round, target, tested, wrong }: Extract<Saying, { kind: 'LACKING' }>): string {
  if (wrong !== null) return lowerFirst(barrierEn(wrong));
  if (round === null) return 'the screening of everyone inside is not over';
  const day = sayDay(round.onDay, 'en');
  switch (round.state) {
    case 'INCOMPLETE':
      return `only ${tested} of ${people(target ?? 0, 'person', 'people')} inside were screened, ${round.persons ?? 0} to go`;
    case 'POSITIVE':
      return `the screening found ${people(round.positive, 'positive')} and a whole negative round is needed`;
    case 'EARLY':
      return `the screening was before ${day} and does not count`;
    case 'AHEAD':
    case 'MISSING':
      return `the screening of everyone inside on ${day} is missing`;
  }
}

function barrierEn(barrier: Barrier): string {
  switch (barrier.kind) {
    case 'INSTANT_INVALID':
      return 'The time asked about is no valid time';
    case 'DESIGNATIONS_OVERLAP':
      return `${barrier.ids.length} designations hold at the same time and must be corrected first`;
    case 'FACT_INVALID':
      return `${FACT[barrier.fact]} ${FAULT[barrier.fault]} and must be corrected first`;
    case 'LEVEL_NOT_IN_RULE_SET':
      return `The rule set used knows no ${STATUS[barrier.level]}, so a person must decide`;
    case 'RULE_SET_INVALID':
      return 'The rule set used has no conditions that lead down, so a person must decide';
    case 'START_EVENT_UNRECORDED':
      return `The count cannot begin before ${EVENT[barrier.event]} is recorded`;
  }
}

function askedEn(asked: readonly Asked[]): string {
  return asked
    .map((one) => (one.kind === 'EXPERT_DECISION' ? 'the expert group so decides' : EVIDENCE[one.evidence]))
    .join(' and ');
}

function statuses(to: readonly Status[]): string {
  return to.map((status) => STATUS[status]).join(' or ');
}

function people(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function lowerFirst(text: string): string {
  return `${text[0]?.toLowerCase() ?? ''}${text.slice(1)}`;
}
