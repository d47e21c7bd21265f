'use client';

import 'leaflet/dist/leaflet.css';
import { ActionIcon } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { FailedState } from '../ui/failed-state';
import { LoadingState } from '../ui/loading-state';
import { countGrounds } from './ground';
import { groupRankAt } from './group-rank';
import { MapLegend } from './map-legend';
import { MapTip } from './map-tip';
import type { MapView } from './map-view';
import type { Picked } from './pick';
import { countLevels, placeAreas } from './place-areas';
import classes from './risk-map.module.css';
import type { Scene } from './scene';
import type { MapArea, MapCount, MapDivision, MapSelection } from './types';
import { useGeo } from './use-geo';
import { useMapView } from './use-map-view';

export interface RiskMapProps {
  /** Heading, e.g. 潍坊市风险区分布. */
  readonly title: string;
  /** Cut-off and policy as a sentence, e.g. 截至 2022-12-01 21 时 · 二十条（高/低）. */
  readonly asOf: ReactNode;
  /** Places to draw one by one; those without coordinates are counted at their county. */
  readonly areas?: readonly MapArea[];
  /** Places already counted by division. A place goes into `areas` or here, never both. */
  readonly counts?: readonly MapCount[];
  /** Derived levels of the counties of home. Given, every county not named is unknown; left out, the ground says nothing. */
  readonly divisions?: readonly MapDivision[];
  /** Six-digit division to fit and bring forward; null for the whole country. */
  readonly home: string | null;
  readonly selected?: MapSelection | null;
  readonly onSelect?: (selection: MapSelection) => void;
  /** Folder of the boundary files, `/geo` by default. */
  readonly geoBase?: string;
  /** Source and 审图号 of the boundaries. */
  readonly attribution?: string;
}

const NO_AREAS: readonly MapArea[] = [];
const NO_COUNTS: readonly MapCount[] = [];

/**
 * The map of risk areas: county boundaries without any tile server, places with coordinates as single symbols, the
 * others as one counted symbol in their county. It repeats what the table beside it says, and is no substitute for it.
 * When boundaries cannot be loaded it says so: an empty map would read as no risk. Needs a height from its parent.
 */
export function RiskMap(props: RiskMapProps) {
  const { title, asOf, home, geoBase = '/geo', attribution } = props;
  const { areas = NO_AREAS, counts = NO_COUNTS, divisions = null, selected = null, onSelect } = props;
  const t = useTranslations('ui.map');
  const container = useRef<HTMLDivElement>(null);
  const [{ nation, counties, failed }, retry] = useGeo(geoBase);
  const [hover, setHover] = useState<{ picked: Picked; x: number; y: number } | null>(null);

  const sums = useMemo(() => countLevels(areas, counts), [areas, counts]);
  const placed = useMemo(
    () => (nation ? placeAreas(areas, counts, nation.labels) : null),
    [areas, counts, nation],
  );
  const levels = useMemo(
    () => (divisions ? new Map(divisions.map(({ code, level }) => [code, level])) : null),
    [divisions],
  );
  const grounds = useMemo(() => {
    if (!levels || !nation) return [];
    const codes = [...nation.labels.values()].flatMap(({ code, isCounty }) => (isCounty ? code : []));
    return countGrounds(codes, levels, home, nation.labels);
  }, [levels, nation, home]);
  const zoneWord = t('zoneWord');
  const scene = useMemo<Scene | null>(
    () => (nation && placed ? { nation, counties, placed, levels, home, selected, zoneWord } : null),
    [nation, counties, placed, levels, home, selected, zoneWord],
  );
  const map = useMapView(container, scene, {
    onPick: (picked) => onSelect?.(picked.kind === 'area' ? { kind: 'area', id: picked.area.id } : picked),
    onHover: (picked, x, y) => setHover(picked ? { picked, x, y } : null),
  });

  if (failed === 'nation' || map.failed) {
    return (
      <section className={classes.figure} aria-label={title}>
        <FailedState title={t('failed')} text={t('failedText')} onRetry={retry} />
      </section>
    );
  }
  return (
    <section
      className={classes.figure}
      aria-label={title}
      data-pointing={hover !== null && onSelect !== undefined}
    >
      <div className={classes.layout}>
        <header className={classes.title}>
          <h2>{title}</h2>
          <p>{asOf}</p>
          {failed === 'counties' && <p className={classes.warning}>{t('countiesFailed')}</p>}
        </header>
        <div className={classes.window}>
          <div
            ref={container}
            className={classes.canvas}
            role="application"
            aria-label={t('role', { title })}
          />
          {!map.view && <LoadingState text={t('loading')} />}
          {hover && scene && (
            <MapTip {...hover} scene={scene} flipped={hover.x > (container.current?.clientWidth ?? 0) / 2} />
          )}
          {map.view && <MapControls view={map.view} />}
          <p className={classes.source}>{attribution ?? t('attribution')}</p>
        </div>
        <MapLegend sums={sums} placed={placed} grounds={grounds} summed={groupRankAt(0, home) !== 'county'} />
      </div>
    </section>
  );
}

/** Closer, farther, back to the whole of home: for keyboard and pointer alike. */
function MapControls(props: { view: MapView }) {
  const { view } = props;
  const t = useTranslations('ui.map');
  const buttons = [
    { label: t('zoomIn'), Icon: IconPlus, act: () => view.zoomBy(1) },
    { label: t('zoomOut'), Icon: IconMinus, act: () => view.zoomBy(-1) },
    { label: t('fitHome'), Icon: IconFocusCentered, act: () => view.fitHome() },
  ];
  return (
    <div className={classes.controls}>
      {buttons.map(({ label, Icon, act }) => (
        <ActionIcon key={label} variant="default" size={34} aria-label={label} title={label} onClick={act}>
          <Icon size={18} stroke={1.6} />
        </ActionIcon>
      ))}
    </div>
  );
}
