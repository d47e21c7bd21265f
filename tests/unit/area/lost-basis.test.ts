import { describe, expect, it } from 'vitest';
import { lostBasis } from '@/domain/area/lost-basis';
import type { DesignationFact, InfectionFact, ScreeningFact } from '@/domain/area/types';
import { beijing, designated, excluded, found, screened } from './facts';

// Designated on 26 November at 20:00 and lowered by the rule at 24时 of 1 December, after the round of that day.
const fell = beijing('2022-12-02 00:00');
const lowered = designated({ validTo: fell, endCause: 'LOWERED_BY_RULE' });
const now = beijing('2022-12-05 09:00');
const basis = (
  rounds: readonly ScreeningFact[],
  infections: readonly InfectionFact[] = [],
  designations: readonly DesignationFact[] = [lowered],
) => lostBasis({ designations, infections, rounds }, now);

describe('a lowering by the rule', () => {
  const turn = beijing('2022-12-03 10:00');
  const wrong = screened('2022-12-01', { recordedTo: turn });

  it('is borne out by the records it was made by', () => {
    expect(basis([screened('2022-12-01')])).toBeNull();
  });

  it('is not once its round is corrected from 86 of 86 back to 76 of 86', () => {
    const back = screened('2022-12-01', { id: 's2', tested: 76, recordedAt: turn });
    expect(basis([wrong, back])).toEqual({
      from: 'HIGH',
      loweredAt: fell,
      designationId: 'd1',
      missing: [{ kind: 'ROUND', state: 'INCOMPLETE', onDay: '2022-12-01', persons: 10, positive: 0 }],
    });
  });

  it('is not once its round is withdrawn, and is again once a round of that day is recorded after all', () => {
    expect(basis([wrong])).toMatchObject({ from: 'HIGH', missing: [{ kind: 'ROUND', state: 'MISSING' }] });
    expect(basis([wrong, screened('2022-12-01', { id: 's3', recordedAt: now })])).toBeNull();
  });

  it('is not made good by a round sampled after it', () => {
    expect(basis([wrong, screened('2022-12-04')])).not.toBeNull();
  });

  it('is not once an infection of its days is recorded, however late', () => {
    const late = found('2022-11-30', { recordedAt: now });
    expect(basis([screened('2022-12-01')], [late])).toMatchObject({
      missing: [
        { kind: 'DAYS', remaining: 4 },
        { kind: 'ROUND', state: 'EARLY' },
      ],
    });
  });

  it('is by an infection that does not count, and by one found after the days were full', () => {
    expect(basis([screened('2022-12-01')], [excluded('2022-11-30'), found('2022-12-02')])).toBeNull();
  });

  it('rests on nothing once a person has decided: raised again, ended by decision, or taken upon themselves', () => {
    const raised = designated({ id: 'd2', validFrom: now + 1, cause: 'DESIGNATED' });
    expect(basis([wrong], [], [lowered, raised])).toBeNull();
    expect(basis([wrong], [], [{ ...lowered, endCause: 'LOWERED_BY_DECISION' }])).toBeNull();
  });
});

describe('a way down in two stages under the ninth edition', () => {
  // High from 26 November, medium from 24时 of 3 December after 7 days and the round of day 7, low 3 days later.
  const policy = { policyId: 'r2-9th', policyVersion: 1 };
  const high = designated({ ...policy, validTo: beijing('2022-12-04 00:00'), endCause: 'LOWERED_BY_RULE' });
  const medium = designated({
    ...policy,
    id: 'd2',
    status: 'MEDIUM',
    validFrom: beijing('2022-12-04 00:00'),
    cause: 'LOWERED_BY_RULE',
  });
  const ended = { ...medium, validTo: beijing('2022-12-07 00:00'), endCause: 'LOWERED_BY_RULE' as const };
  const round = screened('2022-12-03', { recordedAt: beijing('2022-12-03 18:00') });
  const at = beijing('2022-12-08 00:00');

  it('is borne out stage by stage', () => {
    expect(lostBasis({ designations: [high, medium], infections: [], rounds: [round] }, at)).toBeNull();
    expect(lostBasis({ designations: [high, ended], infections: [], rounds: [round] }, at)).toBeNull();
  });

  it('proposes high again where the first stage is not borne out, while medium stands and after it ended', () => {
    const facts = { infections: [], rounds: [{ ...round, tested: 80 }] };
    const proposed = { from: 'HIGH', loweredAt: high.validTo };
    expect(lostBasis({ ...facts, designations: [high, medium] }, at)).toMatchObject({
      ...proposed,
      designationId: 'd1',
    });
    expect(lostBasis({ ...facts, designations: [high, ended] }, at)).toMatchObject({
      ...proposed,
      designationId: 'd2',
    });
  });
});
