import { describe, expect, it } from 'vitest';
import type { RecordedInfection, RecordedLevel, RecordedVersion } from '@/domain/area/area-view';
import { endedOf, timelineOf } from '@/domain/area/timeline';

const beijing = (text: string) => Date.parse(`2022-${text}+08:00`);

const designated: RecordedLevel = {
  id: 'first',
  level: 'HIGH',
  validFrom: beijing('11-26T20:00'),
  validTo: null,
  recordedFrom: beijing('11-26T19:30'),
  recordedTo: beijing('12-02T00:01'),
  supersedesId: null,
  actorId: 'officer',
  cause: 'DESIGNATED',
  endCause: null,
  reason: '发现2例',
  noticeNo: '第52号',
  policy: { id: 'r2-9th', version: 1 },
  source: null,
};
const ended: RecordedLevel = {
  ...designated,
  id: 'ended',
  validTo: beijing('12-02T00:00'),
  recordedFrom: beijing('12-02T00:01'),
  recordedTo: null,
  supersedesId: 'first',
  actorId: 'system:downgrade',
  endCause: 'LOWERED_BY_RULE',
  reason: '符合降级条件',
};
const medium: RecordedLevel = {
  ...designated,
  id: 'medium',
  level: 'MEDIUM',
  validFrom: beijing('12-02T00:00'),
  recordedFrom: beijing('12-02T00:01'),
  recordedTo: null,
  cause: 'LOWERED_BY_RULE',
};
const infection: RecordedInfection = {
  id: 'i1',
  foundOn: '2022-11-26',
  count: 2,
  countsForDesignation: true,
  resetsClock: true,
  exclusion: null,
  reason: '社会面检出',
  recordedFrom: beijing('11-26T19:00'),
  recordedTo: null,
  supersedesId: null,
  actorId: 'officer',
  withdrawn: null,
};
const nothing = { levels: [], infections: [], rounds: [], withdrawn: [], versions: [] };
const entered: RecordedVersion = {
  id: 'v1',
  name: '东干a丈村',
  aliases: [],
  kind: 'VILLAGE',
  population: null,
  divisionCode: '370700',
  resolved: false,
  path: ['山东省', '潍坊市'],
  writtenPath: '山东省 潍坊市',
  validFrom: null,
  validTo: null,
  recordedFrom: beijing('11-26T19:30'),
  recordedTo: beijing('11-30T10:00'),
  supersedesId: null,
  actorId: 'officer',
  cause: 'ENTERED',
  reason: '',
};
const until = { ...entered, id: 'v2', validTo: beijing('11-30T09:00'), recordedTo: null, supersedesId: 'v1' };
const renamed: RecordedVersion = {
  ...entered,
  id: 'v3',
  name: '东干丈村',
  validFrom: beijing('11-30T09:00'),
  recordedFrom: beijing('11-30T10:00'),
  recordedTo: null,
  supersedesId: 'v1',
  cause: 'RENAMED',
  reason: '名单改称',
};

describe('the timeline of an area', () => {
  it('tells a rename once, and of levels of before what the area was called then', () => {
    const versions = [renamed, { ...until, recordedFrom: renamed.recordedFrom }, entered];
    const events = timelineOf({ ...nothing, levels: [designated, ended], versions });
    expect(events.map((event) => [event.kind, 'calledThen' in event ? event.calledThen : event.key])).toEqual(
      [
        ['LEVEL', null],
        ['VERSION', 'v3'],
        ['LEVEL', '东干a丈村'],
      ],
    );
    expect(events[1]).toMatchObject({
      cause: 'RENAMED',
      validAt: beijing('11-30T09:00'),
      before: { name: '东干a丈村' },
      row: { name: '东干丈村' },
    });
  });

  it('tells that a place was located at the hour at which it was, though it lay there all along', () => {
    const resolved: RecordedVersion = {
      ...renamed,
      validFrom: null,
      cause: 'RESOLVED',
      path: ['山东省', '潍坊市', '寒亭区'],
    };
    const [event] = timelineOf({ ...nothing, versions: [resolved, entered] });
    expect(event).toMatchObject({ kind: 'VERSION', cause: 'RESOLVED', validAt: renamed.recordedFrom });
  });

  it('tells a designation and its end by the rule, each in both times', () => {
    const events = timelineOf({ ...nothing, levels: [ended, designated] });
    expect(events).toMatchObject([
      {
        kind: 'LEVEL',
        from: 'HIGH',
        to: null,
        cause: 'LOWERED_BY_RULE',
        validAt: beijing('12-02T00:00'),
        recordedAt: beijing('12-02T00:01'),
      },
      { kind: 'LEVEL', from: null, to: 'HIGH', cause: 'DESIGNATED', validAt: beijing('11-26T20:00') },
    ]);
  });

  it('tells a fall from high to medium as one event', () => {
    const events = timelineOf({ ...nothing, levels: [medium, ended, designated] });
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({ from: 'HIGH', to: 'MEDIUM', cause: 'LOWERED_BY_RULE' });
  });

  it('shows a correction with what it replaced, and the replaced record as no longer held', () => {
    const corrected: RecordedInfection = {
      ...infection,
      id: 'i2',
      foundOn: '2022-11-27',
      supersedesId: 'i1',
      recordedFrom: beijing('11-28T09:02'),
      reason: '流调补报',
    };
    const before = { ...infection, recordedTo: corrected.recordedFrom };
    const events = timelineOf({ ...nothing, infections: [corrected, before] });
    expect(events).toMatchObject([
      { act: 'CORRECTED', current: true, before: { foundOn: '2022-11-26' }, row: { foundOn: '2022-11-27' } },
      { act: 'RECORDED', current: false },
    ]);
  });

  it('shows a withdrawal with its reason, beside the record that stays', () => {
    const withdrawn = {
      ...infection,
      recordedTo: beijing('11-29T08:00'),
      withdrawn: { reason: '与邻区重复', actorId: 'chief' },
    };
    expect(timelineOf({ ...nothing, infections: [withdrawn] })).toMatchObject([
      { act: 'WITHDRAWN', reason: '与邻区重复', actorId: 'chief', recordedAt: beijing('11-29T08:00') },
      { act: 'RECORDED', current: false, reason: '社会面检出' },
    ]);
  });
});

describe('what ended', () => {
  it('is the last level that is over, of the rows held true now', () => {
    expect(endedOf([ended, designated], beijing('12-03T00:00'))).toMatchObject({
      level: 'HIGH',
      endedAt: beijing('12-02T00:00'),
      cause: 'LOWERED_BY_RULE',
      reason: '符合降级条件',
    });
  });

  it('is nothing while the end is still to come', () => {
    expect(endedOf([ended, designated], beijing('12-01T23:00'))).toBeNull();
  });
});
