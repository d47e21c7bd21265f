import { useLocale, useTranslations } from 'next-intl';
import type { AreaActionSet } from '@/components/area/record/inputs';
import type {
  AreaView,
  AuditView,
  EndedView,
  GroundView,
  RecordedInfection,
  RecordedLevel,
  RecordedScreening,
  RecordedVersion,
  WithdrawnChange,
} from '@/domain/area/area-view';
import { timelineOf } from '@/domain/area/timeline';
import { AreaActions } from './actions';
import { AreaAlerts } from './alerts';
import classes from './area-page.module.css';
import { AreaAudit } from './audit';
import { AreaCountdown } from './countdown';
import { AreaEnded } from './ended';
import { AreaFacts } from './facts';
import { AreaHeader } from './header';
import { AreaHistory } from './history';
import { AreaPanel } from './panel';
import { useAreaSentence } from './sentence';
import { AreaTimeline } from './timeline-list';

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
  versions: readonly RecordedVersion[];
  audit: readonly AuditView[] | null;
  nameOf: (actorId: string) => string | null;
  mayAct: boolean;
  actions: AreaActionSet;
}) {
  const { area, ground, ended, levels, infections, rounds, audit, nameOf, mayAct } = props;
  const { withdrawn, versions } = props;
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
          events={timelineOf({ levels, infections, rounds, withdrawn, versions })}
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
