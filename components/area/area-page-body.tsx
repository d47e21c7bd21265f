import { useLocale, useTranslations } from 'next-intl';
import classes from './area-page.module.css';
import { AreaActions } from './area-page-actions';
import { AreaAlerts } from './area-page-alerts';
import { AreaAudit } from './area-page-audit';
import { AreaCountdown } from './area-page-countdown';
import { AreaEnded } from './area-page-ended';
import { AreaFacts } from './area-page-facts';
import { AreaHeader } from './area-page-header';
import { AreaHistory } from './area-page-history';
import { AreaPanel } from './area-page-panel';
import { useAreaSentence } from './area-page-sentence';
import { timelineOf } from './area-page-timeline';
import { AreaTimeline } from './area-page-timeline-list';
import type {
  AreaView,
  AuditView,
  EndedView,
  GroundView,
  RecordedInfection,
  RecordedLevel,
  RecordedScreening,
  WithdrawnChange,
} from './area-page-view';
import type { AreaActionSet } from './record-inputs';

/**
 * The page of one area.
 * @param props.said the rule's sentence in the reader's language; null for imported areas
 * @param props.audit null for those who may not see it
 * @param props.nameOf display name of an actor; null where the reader may not know
 * @param props.mayAct whether the reader may record and decide here
 */
export function AreaPageBody(props: {
  area: AreaView;
  said: string | null;
  ground: GroundView | null;
  ended: EndedView | null;
  levels: readonly RecordedLevel[];
  infections: readonly RecordedInfection[];
  rounds: readonly RecordedScreening[];
  withdrawn: readonly WithdrawnChange[];
  audit: readonly AuditView[] | null;
  nameOf: (actorId: string) => string | null;
  mayAct: boolean;
  actions: AreaActionSet;
}) {
  const { area, ground, ended, levels, infections, rounds, withdrawn, audit, nameOf, mayAct } = props;
  const sentence = useAreaSentence(area, ended, ground, props.said);
  const { decision, at, authority } = area;
  return (
    <div className={classes.page}>
      <AreaHeader
        area={area}
        ground={ground}
        sentence={sentence}
        actions={mayAct && <AreaActions area={area} sentence={sentence} actions={props.actions} />}
      />
      <AreaAlerts area={area} mayAct={mayAct} />
      {decision && area.level !== null && <AreaCountdown area={area} decision={decision} />}
      {area.level === null && <AreaEnded ended={ended} ground={ground} at={at} />}
      {!authority.own && <Imported area={area} />}
      <div className={classes.left}>
        <AreaTimeline
          events={timelineOf({ levels, infections, rounds, withdrawn })}
          at={at}
          nameOf={nameOf}
          mayCorrect={mayAct}
        />
      </div>
      <div className={classes.right}>
        <AreaFacts area={area} />
      </div>
      <AreaHistory rows={levels} at={at} />
      {audit && <AreaAudit rows={audit} at={at} nameOf={nameOf} />}
    </div>
  );
}

function Imported({ area }: { area: AreaView }) {
  const t = useTranslations('area.imported');
  const { nameZh, nameEn } = area.authority;
  return (
    <AreaPanel id="imported" title={t('title')}>
      <p>{t('text', { authority: useLocale() === 'en' ? nameEn : nameZh })}</p>
    </AreaPanel>
  );
}
