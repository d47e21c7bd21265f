import { useLocale, useTranslations } from 'next-intl';
import { AreaMissing } from '@/components/area/missing-text';
import { useSay } from '@/components/ui/use-say';
import type { AreaView } from '@/domain/area/area-view';
import type { Decision } from '@/domain/area/decision';
import { ruleSetById } from '@/domain/policy/rule-set';
import type { Stage } from '@/domain/policy/types';
import classes from './count.module.css';

/** 「为什么这样算？」: the rule's text, its basis, how days are counted, and each thing that is missing. */
export function AreaWhy({ area, decision }: { area: AreaView; decision: Decision }) {
  const t = useTranslations('area.why');
  const { id, version, nameZh, nameEn, basis } = area.policy;
  const name = useLocale() === 'en' ? nameEn : nameZh;
  return (
    <details className={classes.why}>
      <summary>{t('open')}</summary>
      <dl>
        <dt>{t('basis')}</dt>
        <dd>
          <span lang="zh-CN">{basis}</span>
          <br />
          {t('policy', { name, id, version })}
        </dd>
        <dt>{t('rule')}</dt>
        <dd>{decision.stage ? <RuleText stage={decision.stage} /> : t('noRule')}</dd>
        <dt>{t('counting')}</dt>
        <dd>
          <Counting decision={decision} />
        </dd>
        <dt>{t('missing')}</dt>
        <dd>{decision.missing.length > 0 ? <AreaMissing missing={decision.missing} /> : t('nothing')}</dd>
      </dl>
    </details>
  );
}

function RuleText({ stage }: { stage: Stage }) {
  const t = useTranslations('area.why');
  const level = useTranslations('area.levelWord');
  const long = useTranslations('level.long');
  const text = t('ruleText', {
    from: long(stage.status),
    days: stage.days,
    round: stage.round ? 'yes' : 'no',
    onDay: stage.round?.onDay ?? 0,
    by: stage.by,
    to: stage.to.map((to) => level(to)).join(t('separator')),
  });
  return <>{text}</>;
}

function Counting({ decision }: { decision: Decision }) {
  const t = useTranslations('area.why');
  const event = useTranslations('area.count.event');
  const { sayDay } = useSay();
  const { policy, counting } = decision;
  const dayCount = ruleSetById(policy.id, policy.version)?.dayCount;
  const started = counting?.startEvent;
  return (
    <>
      {dayCount &&
        t('countingText', {
          events: dayCount.startEvents.map((kind) => event(kind)).join(t('separator')),
          counts: dayCount.startDayCounts ? 'yes' : 'no',
        })}{' '}
      {started && t('started', { event: event(started.kind), day: sayDay(started.day) })}
    </>
  );
}
