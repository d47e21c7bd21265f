import { useLocale, useTranslations } from 'next-intl';
import { useSay } from '@/components/ui/use-say';
import type { DesignateAreaInput } from '@/domain/acts/area';
import { checkDesignation } from '@/domain/area/check-designation';
import type { AreaKind } from '@/domain/area/types';
import { fullName } from '@/domain/place/full-name';
import type { RuleSet } from '@/domain/policy/types';
import type { DivisionOption } from '../division/division-option';

/** What sending the form will do, in whole sentences, and how the level will come down again. @param props.now epoch ms */
export function DesignationEffect(props: {
  input: DesignateAreaInput;
  division: DivisionOption;
  ruleSet: RuleSet;
  now: number;
}) {
  const { input, division, ruleSet, now } = props;
  const t = useTranslations('areas.new.effect');
  const tLevel = useTranslations('level.long');
  const english = useLocale() === 'en';
  const { sayInstant } = useSay();
  const { level, name, effectiveAt } = input;
  const stage = ruleSet.stages.find((one) => one.status === level && one.entry !== 'LOWERED');
  const [to] = stage?.to ?? [];
  return (
    <>
      <p>
        {t('does', {
          place: fullName([...division.above.split(' '), division.name], name),
          level: tLevel(level),
          time: sayInstant(effectiveAt),
          policy: english ? ruleSet.name.en : ruleSet.name.zh,
          when: effectiveAt > now ? 'later' : effectiveAt < now - 3_600_000 ? 'earlier' : 'now',
        })}
      </p>
      {stage && to && (
        <p>
          {t('release', {
            days: stage.days,
            round: stage.round ? 'yes' : 'no',
            onDay: stage.round?.onDay ?? 0,
            by: stage.by,
            to: tLevel(to),
          })}
        </p>
      )}
    </>
  );
}

/** Warns of an area larger than the policy's unit of designation (不得随意扩大). Nothing where it is not. */
export function SizeWarning(props: {
  kind: AreaKind;
  level: 'HIGH' | 'MEDIUM' | null;
  ruleSet: RuleSet | null;
}) {
  const { kind, level, ruleSet } = props;
  const t = useTranslations('areas.new');
  const tKind = useTranslations('areas.kind');
  const check = ruleSet && level && checkDesignation(kind, level, ruleSet);
  const [warning] = check?.ok ? check.warnings : [];
  if (!warning) return null;
  return t(`warning.${warning.kind}`, {
    kind: tKind(kind),
    units: warning.units.map((unit) => tKind(unit)).join(t('separator')),
  });
}
