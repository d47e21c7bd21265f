import { useTranslations } from 'next-intl';
import { AreaMissing } from '@/components/area/missing-text';
import classes from '@/components/form/record-form.module.css';
import { useSay } from '@/components/ui/use-say';
import type { AreaView } from '@/domain/area/area-view';
import { checkDesignation } from '@/domain/area/check-designation';
import { turnOf } from '@/domain/area/level-options';
import type { StatedLevel } from '@/domain/level/level';
import { ruleSetById } from '@/domain/policy/rule-set';

/** The sentence that says what a change of level will do; null while the fields are not whole. */
export function useLevelEffect(
  area: Pick<AreaView, 'name' | 'at'>,
  from: StatedLevel | null,
  to: StatedLevel | null,
  effectiveAt: number | null,
): string | null {
  const t = useTranslations('area.level');
  const levelWord = useTranslations('area.levelWord');
  const { sayInstant } = useSay();
  if (to === null || effectiveAt === null) return null;
  const turn = turnOf(from, to);
  const words = { from: from === null ? '' : levelWord(from), to: levelWord(to), up: turn };
  return t('effect', {
    name: area.name,
    time: sayInstant(effectiveAt),
    change: turn === 'new' ? t('changeNew', words) : t('change', words),
    when: effectiveAt > area.at ? 'later' : effectiveAt < area.at - 3_600_000 ? 'earlier' : 'now',
  });
}

/** What a change of level will do, and what speaks against it: conditions not met, or an area too large. */
export function LevelEffect(props: {
  area: AreaView;
  from: StatedLevel | null;
  to: StatedLevel;
  effect: string;
}) {
  const { area, from, to, effect } = props;
  const t = useTranslations('area');
  const { decision, policy, kind } = area;
  const ruleSet = ruleSetById(policy.id, policy.version);
  const check = ruleSet && checkDesignation(kind, to, ruleSet);
  const large = check?.ok && check.warnings.find((one) => one.kind === 'LARGER_THAN_UNIT');
  const unmet = turnOf(from, to) === 'no' && decision?.outcome === 'STANDS' ? decision.missing : [];
  return (
    <>
      <p>{effect}</p>
      {unmet.length > 0 && (
        <div className={classes.warning}>
          <p>{t('level.unmet')}</p>
          <AreaMissing missing={unmet} />
          <p>{t('level.unmetText')}</p>
        </div>
      )}
      {large && (
        <p className={classes.warning}>
          {t('level.tooLarge', {
            kind: t(`kind.${kind}`),
            units: large.units.map((unit) => t(`kind.${unit}`)).join(t('why.separator')),
          })}
        </p>
      )}
    </>
  );
}
