import { useTranslations } from 'next-intl';
import { useSay } from '@/components/ui/use-say';
import type { Missing } from '@/domain/area/decision';

type Words = (missing: Missing) => string;

/** Each reason why an area is not lowered, in words. */
function useMissingWords(): Words {
  const t = useTranslations('area.missing');
  const event = useTranslations('area.count.event');
  const { sayDay, sayInstant } = useSay();
  return (missing) => {
    switch (missing.kind) {
      case 'DAYS':
        return t('DAYS', { remaining: missing.remaining });
      case 'ROUND': {
        const { state, onDay, persons, positive } = missing;
        return t(`ROUND_${state}`, { day: sayDay(onDay), persons: persons ?? 0, positive });
      }
      case 'ROUND_ENDS_LATER':
        return t('ROUND_ENDS_LATER', { time: sayInstant(missing.at) });
      case 'START_EVENT_UNRECORDED':
        return t('START_EVENT_UNRECORDED', { event: event(missing.event) });
      case 'EVIDENCE':
        return t(`EVIDENCE_${missing.evidence}`);
      case 'DESIGNATIONS_OVERLAP':
        return t('DESIGNATIONS_OVERLAP', { count: missing.ids.length });
      case 'FACT_INVALID':
        return t(missing.fault === 'SUM_OVER_TARGET' ? 'FACT_INVALID_SUM' : 'FACT_INVALID');
      case 'EXPERT_DECISION':
      case 'LEVEL_NOT_IN_RULE_SET':
      case 'RULE_SET_INVALID':
      case 'INSTANT_INVALID':
        return t(missing.kind);
    }
  };
}

/** What is missing, as a list. */
export function AreaMissing({ missing }: { missing: readonly Missing[] }) {
  const words = useMissingWords();
  return (
    <ul>
      {missing.map((one) => (
        <li key={JSON.stringify(one)}>{words(one)}</li>
      ))}
    </ul>
  );
}
