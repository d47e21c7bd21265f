import type { FactFault } from '@/domain/area/decision';
import type { Asked, Barrier, Counted, RoundMissing, Saying } from '@/domain/area/saying';
import type { ManualEvidence, StartEvent } from '@/domain/policy/types';
import type { Status, SubjectKind } from '@/domain/status/status';
import { sayDay, sayInstant } from '@/domain/time/say-instant';

const STATUS: Record<Status, string> = {
  HIGH: '高风险区',
  MEDIUM: '中风险区',
  LOW: '低风险区',
  LOCKDOWN: '封控区',
  CONTROL: '管控区',
  PRECAUTION: '防范区',
};
const WORDS = {
  AREA: {
    unknown: '风险等级未知',
    designation: '等级认定',
    met: '符合降级条件',
    to: '降为',
    remains: '低风险区',
  },
  ZONE: {
    unknown: '管控类别未知',
    designation: '划区认定',
    met: '符合解封条件',
    to: '解封转为',
    remains: '防范区',
  },
} as const satisfies Record<SubjectKind, unknown>;
type Words = (typeof WORDS)[SubjectKind];
const EVENT: Record<StartEvent, string> = {
  DESIGNATION: '划定时间',
  LAST_POSITIVE: '末例阳性发现日期',
  CASE_LEFT: '病例离开日期',
  FINAL_DISINFECTION: '终末消毒完成日期',
};
const EVIDENCE: Record<ManualEvidence, string> = {
  LAST_CLOSE_CONTACT_OVER_14_DAYS_AND_NEGATIVE: '最后一名密接离开超过14天且核酸阴性',
  ALL_NEGATIVE_ROUND_WITHIN_2_DAYS: '近2天内一轮全员核酸筛查均为阴性',
};
const FACT = { INFECTION: '感染', ROUND: '筛查', MILESTONE: '起算事件' } as const;
const FAULT: Record<FactFault, string> = {
  DAY_NOT_A_DATE: '日期无效',
  COUNT_NOT_A_NUMBER: '人数无效',
  INSTANT_NOT_A_TIME: '时间无效',
  ENDS_BEFORE_IT_BEGINS: '结束早于开始',
  TARGET_NOT_POSITIVE: '未填应检人数',
  TESTED_OVER_TARGET: '已检人数多于应检人数',
  SUM_OVER_TARGET: '所在一轮的合计已检人数多于应检人数',
  POSITIVE_OVER_TESTED: '阳性人数多于已检人数',
};

/** One Chinese sentence for what there is to say. */
export function explainZh(subject: SubjectKind, saying: Saying): string {
  const words = WORDS[subject];
  switch (saying.kind) {
    case 'UNKNOWN':
      return unknown(words, saying.endedAt, saying.startsAt);
    case 'LOW':
      return low(words, sayInstant(saying.since, 'zh'), saying.cause);
    case 'BARRED':
      return `${barrierZh(words, saying.barrier)}，${saying.status === null ? words.unknown : `目前仍为${STATUS[saying.status]}`}。`;
    case 'DUE': {
      const round = saying.allNegative ? '，且全员核酸筛查均为阴性' : '';
      return `${countedZh(saying.counted)}${round}，${words.met}，自${sayInstant(saying.dueAt, 'zh')}起${words.to}${statuses(saying.to)}。`;
    }
    case 'ASKED':
      return `${countedZh(saying.counted)}，${askedZh(saying.asked)}方可${words.to}${statuses(saying.to)}。`;
    case 'COUNTING':
      return `${countedZh(saying.counted)}；再满${saying.remaining}天${roundToCome(saying.round)}，${downward(words, saying)}`;
    case 'LACKING':
      return `${countedZh(saying.counted)}，但${roundLacking(words, saying)}，目前仍为${STATUS[saying.status]}；补齐后${downward(words, saying)}`;
  }
}

function unknown(words: Words, endedAt: number | null, startsAt: number | null): string {
  const { designation } = words;
  const ended = endedAt === null ? '' : `原${designation}已于${sayInstant(endedAt, 'zh')}终止，`;
  const next = startsAt === null ? '' : `；新的${designation}自${sayInstant(startsAt, 'zh')}起生效`;
  return `${ended}目前没有生效的${designation}，${words.unknown}${next}。`;
}

function low(words: Words, since: string, cause: Extract<Saying, { kind: 'LOW' }>['cause']): string {
  const { remains, met, to } = words;
  if (cause === 'LOWERED_BY_RULE') return `${met}，已于${since}${to}${remains}。`;
  if (cause === 'LOWERED_BY_DECISION') return `经研判，已于${since}${to}${remains}。`;
  if (cause === 'RELEASED') return `已于${since}解除管控，现为${remains}。`;
  return `自${since}起为${remains}。`;
}

function countedZh({ days, from, broken }: Counted): string {
  const anew =
    broken === null ? '' : `${sayDay(broken.day, 'zh')}发现新增感染者${broken.persons}例，重新计算，`;
  if (days > 0) return `${anew}已连续${days}天无新增感染者`;
  return broken === null && from !== null ? `自${sayDay(from, 'zh')}起算，尚未满1天` : `${anew}尚未满1天`;
}

function downward(
  words: Words,
  { to, asked, earliest }: Extract<Saying, { kind: 'COUNTING' | 'LACKING' }>,
): string {
  const falls = `${words.to}${statuses(to)}`;
  const whole = asked.length === 0 ? `即${falls}` : `${askedZh(asked)}方可${falls}`;
  return `${whole}，最早${sayInstant(earliest, 'zh')}。`;
}

function roundToCome(round: RoundMissing | null): string {
  if (round === null) return '';
  const day = sayDay(round.onDay, 'zh');
  if (round.state === 'INCOMPLETE' && round.persons !== null) {
    return `，且全员核酸筛查再完成${round.persons}人、均为阴性`;
  }
  if (round.state === 'POSITIVE') return `，且${day}起重做一轮全员核酸筛查均为阴性`;
  const early = round.state === 'EARLY' ? '（此前的筛查不计入）' : '';
  return `，且${day}全员核酸筛查均为阴性${early}`;
}

function roundLacking(
  words: Words,
  { round, target, tested, wrong }: Extract<Saying, { kind: 'LACKING' }>,
): string {
  if (wrong !== null) return barrierZh(words, wrong);
  if (round === null) return '全员核酸筛查尚未结束';
  const day = sayDay(round.onDay, 'zh');
  switch (round.state) {
    case 'INCOMPLETE':
      return `全员核酸筛查应检${target ?? 0}人、已检${tested}人，还差${round.persons ?? 0}人`;
    case 'POSITIVE':
      return `核酸筛查有${round.positive}人阳性，须重做一轮且均为阴性`;
    case 'EARLY':
      return `核酸筛查早于${day}，不计入，须重做一轮且均为阴性`;
    case 'AHEAD':
    case 'MISSING':
      return `缺${day}的一轮全员核酸筛查`;
  }
}

function barrierZh({ designation }: Words, barrier: Barrier): string {
  switch (barrier.kind) {
    case 'INSTANT_INVALID':
      return '所问时间无效';
    case 'DESIGNATIONS_OVERLAP':
      return `同一时刻有${barrier.ids.length}条${designation}，须先更正`;
    case 'FACT_INVALID':
      return `有一条${barrier.fact === 'DESIGNATION' ? designation : FACT[barrier.fact]}记录${FAULT[barrier.fault]}，须先更正`;
    case 'LEVEL_NOT_IN_RULE_SET':
      return `所用规则没有${STATUS[barrier.level]}这一等级，须由人工决定`;
    case 'RULE_SET_INVALID':
      return '所用规则没有可用的降级条件，须由人工决定';
    case 'START_EVENT_UNRECORDED':
      return `尚未登记${EVENT[barrier.event]}，不能开始计天`;
  }
}

function askedZh(asked: readonly Asked[]): string {
  const said = asked.map((one) =>
    one.kind === 'EXPERT_DECISION' ? '经专家组研判' : `确认${EVIDENCE[one.evidence]}`,
  );
  return `须${said.join('、')}，`;
}

function statuses(to: readonly Status[]): string {
  return to.map((status) => STATUS[status]).join('或');
}
