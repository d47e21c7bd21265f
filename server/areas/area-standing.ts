import type { Decision } from '@/domain/area/decision';
import { explain } from '@/domain/area/explain';
import { storedDecision } from '@/domain/area/stored-decision';
import type { DesignationCause } from '@/domain/area/types';
import type { Level, StatedLevel } from '@/domain/level/level';
import { answerPlace } from '@/domain/lookup/answer-place';
import { describe, type Sentence } from '@/domain/lookup/sentence/describe';
import type { LookupResult, Why } from '@/domain/lookup/types';
import { answersAt } from '@/server/lookup/answers-at';
import type { Runtime } from '@/server/runtime';
import type { AreaDetail } from './area-detail';

/** The level of an area and why, as every door says it. `since` epoch ms, null for a derived level. */
export interface AreaStanding {
  level: Level;
  since: number | null;
  why: Why;
  sentence: Sentence;
  /** What ended the last level; null while one stands or none ever did. */
  ended: EndedLevel | null;
}

/** The end of a level; instants epoch ms. `decision` only when the rule ended it: its days and round as they stood. */
export interface EndedLevel {
  level: StatedLevel;
  endedAt: number;
  cause: DesignationCause | null;
  reason: string;
  decision: Decision | null;
  sentence: Sentence | null;
}

const PATIENCE_MS = 1_000;

/**
 * Say the level of an area: the one stated of it, or, once none stands, the one the look-up derives from its county.
 * The index takes in a commit some milliseconds later than the database shows it; it is waited for, so that the answer
 * here and in the look-up are the same.
 */
export async function areaStanding(
  rt: Pick<Runtime, 'db' | 'lookup' | 'clock'>,
  detail: AreaDetail,
): Promise<AreaStanding> {
  let found = lookedUp(rt, detail);
  if ((found?.why.rule === 'STANDING') !== (detail.level !== null)) {
    await rt.lookup.reached(await lastEvent(rt, detail.id), PATIENCE_MS);
    found = lookedUp(rt, detail);
  }
  const { level, since, noticeNo } = detail;
  const said = found ? describe(found) : UNKNOWN;
  if (level !== null) {
    const from = since ?? detail.at;
    const why: Why = { rule: 'STANDING', from, noticeNo };
    return { level, since, why, sentence: detail.sentence ?? said, ended: null };
  }
  const ended = await lastEnd(rt, detail);
  if (!found)
    return { level: 'UNKNOWN', since: null, why: { rule: 'COUNTY_UNKNOWN' }, sentence: said, ended };
  return { level: found.level, since: found.since, why: found.why, sentence: said, ended };
}

const UNKNOWN: Sentence = {
  zh: '该地所属县区未知，风险等级未知，不等于低风险。',
  en: 'The county of this place is not known; its level is unknown, which is not low risk.',
};

/** As the look-up answers: the area itself, or the ground it lies in when no statement on it is recorded any more. */
function lookedUp(rt: Pick<Runtime, 'lookup' | 'clock'>, detail: AreaDetail): LookupResult | null {
  const { index } = rt.lookup;
  const options = { at: answersAt(rt) };
  const [area] = answerPlace(index, { by: 'area', id: detail.id }, options).results;
  if (area || !detail.division) return area ?? null;
  return answerPlace(index, { by: 'division', code: detail.division.code }, options).results[0] ?? null;
}

async function lastEvent(rt: Pick<Runtime, 'db'>, areaId: string): Promise<number> {
  const { rows } = await rt.db.pool.query<{ seq: string | null }>(
    'select max(seq) as seq from change_log where subject = $1',
    [areaId],
  );
  return Number(rows[0]?.seq ?? 0);
}

async function lastEnd(rt: Pick<Runtime, 'db'>, detail: AreaDetail): Promise<EndedLevel | null> {
  const row = await rt.db.prisma.designation.findFirst({
    where: { areaId: detail.id, recordedTo: null, validTo: { lte: new Date(detail.at) } },
    orderBy: { validTo: 'desc' },
  });
  if (!row?.validTo) return null;
  const decision = row.endCause === 'LOWERED_BY_RULE' ? storedDecision(row.evidence) : null;
  return {
    level: row.level,
    endedAt: row.validTo.getTime(),
    cause: row.endCause,
    reason: row.reason,
    decision,
    sentence: decision && explain(decision),
  };
}
