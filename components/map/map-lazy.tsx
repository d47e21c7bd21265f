'use client';

import dynamic from 'next/dynamic';
import { LoadingState } from '../ui/loading-state';

/** `RiskMap` in a chunk of its own, drawn in the browser only: for pages where the map is not the first thing read. */
export const RiskMapLazy = dynamic(() => import('./risk-map').then(({ RiskMap }) => RiskMap), {
  ssr: false,
  loading: () => <LoadingState />,
});
