import { useLocale, useTranslations } from 'next-intl';
import type { AreaView } from '@/domain/area/area-view';
import { checkDesignation } from '@/domain/area/check-designation';
import { ruleSetById } from '@/domain/policy/rule-set';
import classes from './area-page.module.css';
import { AreaPanel } from './panel';

/** What the place is: where, of which kind, how many live there, who designated it under which rule. */
export function AreaFacts({ area }: { area: AreaView }) {
  const t = useTranslations('area.facts');
  const kind = useTranslations('area.kind');
  const english = useLocale() === 'en';
  const { division, authority, policy } = area;
  const tooLarge = useTooLarge(area);
  return (
    <AreaPanel id="facts" title={t('title')}>
      <dl className={classes.list}>
        <dt>{t('place')}</dt>
        <dd>
          {division ? division.steps.map((step) => step.name).join(' ') : area.writtenPath}
          {division === null && <strong className={classes.warning}>{t('unresolved')}</strong>}
        </dd>
        {division && (
          <>
            <dt>{t('code')}</dt>
            <dd>{division.code}</dd>
          </>
        )}
        <dt>{t('kind')}</dt>
        <dd>
          {kind(area.kind)}
          {tooLarge && <span className={classes.warning}>{tooLarge}</span>}
        </dd>
        <dt>{t('population')}</dt>
        <dd>{area.population === null ? t('unrecorded') : t('persons', { count: area.population })}</dd>
        {area.aliases.length > 0 && (
          <>
            <dt>{t('aliases')}</dt>
            <dd>{area.aliases.join(' · ')}</dd>
          </>
        )}
        <dt>{t('authority')}</dt>
        <dd>{english ? authority.nameEn : authority.nameZh}</dd>
        <dt>{t('rule')}</dt>
        <dd>
          {english ? policy.nameEn : policy.nameZh} · {policy.id} v{policy.version}
        </dd>
      </dl>
    </AreaPanel>
  );
}

function useTooLarge({ level, kind, policy, authority }: AreaView): string | null {
  const t = useTranslations('area');
  const ruleSet = ruleSetById(policy.id, policy.version);
  if (!ruleSet || !authority.own || (level !== 'HIGH' && level !== 'MEDIUM')) return null;
  const check = checkDesignation(kind, level, ruleSet);
  const warning = check.ok && check.warnings.find((one) => one.kind === 'LARGER_THAN_UNIT');
  if (!warning) return null;
  const units = warning.units.map((unit) => t(`kind.${unit}`)).join(t('why.separator'));
  return t('facts.tooLarge', { units });
}
