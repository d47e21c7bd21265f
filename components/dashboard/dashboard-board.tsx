import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Level } from '@/domain/level/level';
import { ruleSetInForce } from '@/domain/policy/rule-set';
import { writeInstant } from '@/domain/time/say-instant';
import { dayOf } from '@/domain/time/shanghai';
import { listHref } from '../area-list/list-query';
import { NothingAtAll } from '../area-list/nothing-at-all';
import { ZonedTime } from '../ui/zoned-time';
import { ChangeList } from './change-list';
import classes from './dashboard.module.css';
import type { DashboardValues } from './dashboard-values';
import { DueList } from './due-list';
import { Figures } from './figures';
import { FirstSteps, type FirstStepsValues } from './first-steps';
import { LostList } from './lost-list';
import { MapPanel } from './map-panel';
import { PlaceTable } from './place-table';

/**
 * The command dashboard: figures, map with its table twin, what waits, what changed.
 * @param props.grounds derived level of each county of home; null says nothing about the ground
 */
export function DashboardBoard(props: {
  values: DashboardValues;
  grounds: readonly { code: string; level: Level }[] | null;
  mayCommand: boolean;
  /** What an administrator has yet to do; null for others and in a drill. */
  steps: FirstStepsValues | null;
}) {
  const { values, grounds, mayCommand, steps } = props;
  const { at, home, counts, rows, waiting, waitingTotal, changes, elsewhere } = values;
  const t = useTranslations('dashboard');
  const locale = useLocale();
  const policy = ruleSetInForce(dayOf(at));
  const knowsMedium = counts.MEDIUM > 0 || (policy?.levels.includes('MEDIUM') ?? false);
  const division = home?.code ?? null;
  const name = home?.name ?? t('nation');
  const policyName = policy?.name[locale === 'en' ? 'en' : 'zh'];
  const time = writeInstant(at);
  const empty = counts.HIGH + counts.MEDIUM + elsewhere === 0 && changes.length === 0;
  const header = (
    <header className={classes.head}>
      <h1>{t('titleOf', { name })}</h1>
      <p>
        {t.rich('cutOff', { time: () => <ZonedTime at={at} zone /> })}
        {policyName && <> · {t('policy', { name: policyName })}</>}
      </p>
      {elsewhere > 0 && (
        <p>
          <Link href="/areas" prefetch={false}>
            {t('elsewhere', { count: elsewhere })}
          </Link>
        </p>
      )}
      {steps?.home === 'unsaid' && steps.mayName && !empty && (
        <p>
          {t('steps.homeUnsaid')} <Link href="/admin#home">{t('steps.say')}</Link>
        </p>
      )}
    </header>
  );
  // Zeroes and a white map would read as "no risk", when nothing is known yet.
  if (empty) {
    return (
      <div className={classes.top}>
        {header}
        <section className={classes.panel} aria-label={t('start')}>
          <h2>{t('start')}</h2>
          {steps && <FirstSteps {...steps} />}
          <NothingAtAll mayCommand={mayCommand} />
        </section>
      </div>
    );
  }
  return (
    <div className={classes.board}>
      <div className={classes.top}>
        {header}
        <Figures
          values={values}
          division={division}
          knowsMedium={knowsMedium}
          expertDecides={policy?.stages.some((stage) => stage.by === 'EXPERT_DECISION') ?? false}
        />
        <LostList rows={values.lost} />
      </div>
      <div className={classes.map}>
        <MapPanel
          title={t('map.title', { name })}
          asOf={[t('map.asOf', { time }), policyName].filter(Boolean).join(' · ')}
          home={division?.slice(0, 6) ?? null}
          places={values.places}
          grounds={grounds}
        />
      </div>
      <Panel
        title={t('due.title')}
        area="due"
        {...(waitingTotal > 0 && {
          all: {
            href: listHref({ ...(division ? { division } : {}), due: 'any' }),
            label: t('due.all', { count: waitingTotal }),
          },
        })}
      >
        <DueList rows={waiting} at={at} />
      </Panel>
      <Panel title={t(`table.${home ? 'county' : 'prefecture'}`)} area="table">
        <PlaceTable rows={rows} rank={home ? 'county' : 'prefecture'} knowsMedium={knowsMedium} at={at} />
      </Panel>
      <Panel
        title={t('changes.title')}
        area="changes"
        all={{
          href: listHref({ ...(division ? { division } : {}), sort: 'since', descending: true }),
          label: t('changes.all'),
        }}
      >
        <ChangeList changes={changes} at={at} />
      </Panel>
    </div>
  );
}

/** A framed part of the dashboard with its heading and, at the right, a link to all of it. */
function Panel(props: {
  title: string;
  area: 'table' | 'due' | 'changes';
  all?: { href: string; label: string };
  children: ReactNode;
}) {
  const { title, area, all, children } = props;
  return (
    <section className={classes.panel} data-area={area} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {all && (
          <Link href={all.href} prefetch={false}>
            {all.label} →
          </Link>
        )}
      </header>
      <div className={classes.scroll}>{children}</div>
    </section>
  );
}
