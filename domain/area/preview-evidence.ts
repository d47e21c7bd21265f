import { ruleSetById } from '@/domain/policy/rule-set';
import type { AreaView } from './area-view';
import { decide } from './decide';
import type { Decision } from './decision';
import { explain } from './explain';
import { type LostBasis, lostBasis } from './lost-basis';
import type { InfectionFact, ScreeningFact } from './types';

/** A change of the evidence that is not made yet. */
export interface EvidenceChange {
  readonly infection?: Omit<InfectionFact, 'recordedAt' | 'recordedTo'>;
  readonly screening?: Omit<ScreeningFact, 'recordedAt' | 'recordedTo'>;
  /** Id of the record it replaces or takes away. */
  readonly without?: string | null;
}

/** What stands after a change of the evidence. */
export interface Preview {
  /** The rule's answer and its sentence; null where no level stands that it could lower. */
  readonly ruled: {
    readonly decision: Decision;
    readonly said: { readonly zh: string; readonly en: string };
  } | null;
  /** A lowering by the rule that would not be borne out after it. */
  readonly basis: LostBasis | null;
}

/** What the rule would say right after the change: the same rule, on the facts with the change made. */
export function previewOf(
  area: Pick<AreaView, 'facts' | 'former' | 'policy' | 'at' | 'level' | 'decision'>,
  change: EvidenceChange,
): Preview {
  const { facts, former, policy, at, level } = area;
  const { infection, screening, without } = change;
  const closed = <F extends InfectionFact | ScreeningFact>(of: readonly F[]): F[] =>
    of.map((fact) => (fact.id === without ? { ...fact, recordedTo: at } : fact));
  const infections = [...former.infections, ...closed(facts.infections)];
  const rounds = [...former.rounds, ...closed(facts.rounds)];
  const held = { recordedAt: at, recordedTo: null };
  const changed = {
    designations: facts.designations,
    infections: infection ? [...infections, { ...infection, ...held }] : infections,
    rounds: screening ? [...rounds, { ...screening, ...held }] : rounds,
  };
  const ruleSet = ruleSetById(policy.id, policy.version);
  const decision =
    ruleSet && level !== null && area.decision !== null ? decide({ ...changed, ruleSet, at }) : null;
  return { ruled: decision && { decision, said: explain(decision) }, basis: lostBasis(changed, at) };
}
