'use client';

import dynamic from 'next/dynamic';
import { LoadingState } from '../ui/loading-state';

/** `DesignationForm` in the browser only: it starts from the draft that the browser keeps. */
export const DesignationFormLazy = dynamic(
  () => import('./designation-form').then(({ DesignationForm }) => DesignationForm),
  { ssr: false, loading: () => <LoadingState /> },
);
