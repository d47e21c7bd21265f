import { useCallback, useEffect, useRef, useState } from 'react';
import type { PreviewRow, PreviewSection } from '@/domain/list/preview';
import { askRows } from './ask-server';

const SLICE = 200;

type Slice = readonly PreviewRow[] | 'loading' | 'failed';

/**
 * The rows of one section, fetched a slice at a time as they come into view. 43,000 rows stay on the server.
 * @param first index of the first row in view; @param last of the last one
 */
export function useRows(token: string, section: PreviewSection, first: number, last: number) {
  const slices = useRef(new Map<number, Slice>());
  const [, redraw] = useState(0);

  const load = useCallback(
    (slice: number) => {
      slices.current.set(slice, 'loading');
      askRows(token, section, slice * SLICE, SLICE)
        .then((rows) => slices.current.set(slice, rows))
        .catch(() => slices.current.set(slice, 'failed'))
        .finally(() => redraw((count) => count + 1));
    },
    [token, section],
  );
  useEffect(() => {
    for (let slice = Math.floor(first / SLICE); slice <= Math.floor(last / SLICE); slice += 1) {
      if (!slices.current.has(slice)) load(slice);
    }
  }, [first, last, load]);

  return {
    /** The row, or why it is not there yet. */
    rowAt: (index: number): PreviewRow | 'loading' | 'failed' => {
      const slice = slices.current.get(Math.floor(index / SLICE)) ?? 'loading';
      return typeof slice === 'string' ? slice : (slice[index % SLICE] ?? 'failed');
    },
    /** Ask again for the slice of this row. */
    retry: (index: number) => {
      load(Math.floor(index / SLICE));
      redraw((count) => count + 1);
    },
  };
}
