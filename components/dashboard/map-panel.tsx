'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import type { Level } from '@/domain/level/level';
import { listHref } from '../area-list/list-query';
import { RiskMapLazy } from '../map/map-lazy';
import type { MapSelection } from '../map/types';

/**
 * The dashboard's map; a click on a county or a symbol opens the list behind it.
 * @param props.places high and medium areas by county code; '' where the county is not known
 * @param props.grounds derived level of each county of home; null says nothing about the ground
 */
export function MapPanel(props: {
  title: string;
  asOf: string;
  home: string | null;
  places: readonly { code: string; HIGH: number; MEDIUM: number }[];
  grounds: readonly { code: string; level: Level }[] | null;
}) {
  const { title, asOf, home, places, grounds } = props;
  const router = useRouter();
  const counts = useMemo(
    () =>
      places.flatMap(({ code, HIGH, MEDIUM }) => [
        { divisionCode: code, level: 'HIGH' as const, count: HIGH },
        { divisionCode: code, level: 'MEDIUM' as const, count: MEDIUM },
      ]),
    [places],
  );
  const open = (selection: MapSelection) => {
    if (selection.kind === 'division') router.push(listHref({ division: selection.code }));
  };
  return (
    <RiskMapLazy
      title={title}
      asOf={asOf}
      home={home}
      counts={counts}
      {...(grounds ? { divisions: grounds } : {})}
      onSelect={open}
    />
  );
}
