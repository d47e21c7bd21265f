import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { listHref } from '../area-list/list-query';
import { LevelBadge } from '../level/level-badge';
import { StatFigure } from '../ui/stat-figure';
import classes from './figures.module.css';

/** The numbers of the first glance. Counts are areas; `today` counts levels begun and ended since 00:00. */
export interface FigureValues {
  readonly counts: { readonly HIGH: number; readonly MEDIUM: number };
  readonly today: Readonly<Record<'HIGH' | 'MEDIUM', { readonly began: number; readonly ended: number }>>;
  readonly due: Readonly<Record<'today' | 'tomorrow' | 'lacking' | 'expert' | 'late', number>>;
  readonly longestLateMs: number | null;
  readonly unresolved: number;
}

/**
 * The figures row; each figure opens the list behind it.
 * @param props.division code of the division the figures are about; null for the whole nation
 * @param props.knowsMedium the rule set in force has medium-risk areas
 * @param props.expertDecides it leaves some decision to the expert group
 */
export function Figures(props: {
  values: FigureValues;
  division: string | null;
  knowsMedium: boolean;
  expertDecides: boolean;
}) {
  const { values, division, knowsMedium, expertDecides } = props;
  const { counts, due, longestLateMs, unresolved } = values;
  const t = useTranslations('dashboard.figure');
  const within = division === null ? {} : { division };
  const late = due.late > 0;
  const hours = Math.floor((longestLateMs ?? 0) / 3_600_000);
  return (
    <section className={classes.figures} aria-label={t('label')}>
      <LevelFigure level="HIGH" values={values} href={listHref({ ...within, level: 'HIGH' })} />
      {(knowsMedium || counts.MEDIUM > 0) && (
        <LevelFigure level="MEDIUM" values={values} href={listHref({ ...within, level: 'MEDIUM' })} />
      )}
      <Figure href={listHref({ ...within, due: 'today' })}>
        <StatFigure
          label={t('today')}
          value={due.today}
          note={<span>{t('todayNote', { count: due.tomorrow })}</span>}
        />
      </Figure>
      <Figure href={listHref({ ...within, due: 'lacking' })}>
        <StatFigure label={t('lacking')} value={due.lacking} note={<span>{t('lackingNote')}</span>} />
      </Figure>
      {(expertDecides || due.expert > 0) && (
        <Figure href={listHref({ ...within, due: 'expert' })}>
          <StatFigure label={t('expert')} value={due.expert} note={<span>{t('expertNote')}</span>} />
        </Figure>
      )}
      <Figure href={listHref({ ...within, due: 'late' })} loud={late}>
        <StatFigure
          label={t('late')}
          value={due.late}
          late={late}
          note={<span>{late ? t('lateNote', { hours }) : t('lateNone')}</span>}
        />
      </Figure>
      {unresolved > 0 && (
        <Figure href={listHref({ unresolved: true })}>
          <StatFigure label={t('unresolved')} value={unresolved} note={<span>{t('unresolvedNote')}</span>} />
        </Figure>
      )}
    </section>
  );
}

function LevelFigure(props: { level: 'HIGH' | 'MEDIUM'; values: FigureValues; href: string }) {
  const { level, values, href } = props;
  const t = useTranslations('dashboard.figure');
  const format = useFormatter();
  const { began, ended } = values.today[level];
  const net = format.number(began - ended, { signDisplay: 'exceptZero' });
  return (
    <Figure href={href}>
      <StatFigure
        label={<LevelBadge level={level} />}
        value={values.counts[level]}
        note={
          <span title={t('turn', { began, ended })}>
            {t('sinceMidnight', { net })} <small>{t('turn', { began, ended })}</small>
          </span>
        }
      />
    </Figure>
  );
}

function Figure(props: { href: string; loud?: boolean; children: ReactNode }) {
  return (
    <Link href={props.href} prefetch={false} className={classes.figure} data-loud={props.loud ?? false}>
      {props.children}
    </Link>
  );
}
