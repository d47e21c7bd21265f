import type { AreaIndex } from '@/domain/lookup/area/area-index';
import { buildSnapshot, type DataAge, type Snapshot, snapshotMark } from './snapshot';

/**
 * Keeps the snapshot of the present version; it is made anew when what it says changes, and for every minute of age
 * once the data are stale.
 */
export function currentSnapshot(): (index: AreaIndex, at: number, age: DataAge) => Promise<Snapshot> {
  let held: { key: string; made: Promise<Snapshot> } | null = null;
  return (index, at, age) => {
    const minute = age.stale ? Math.floor(age.dataAgeSeconds / 60) : 'fresh';
    const key = `${snapshotMark(index, at, age.stale)} ${minute}`;
    if (held?.key === key) return held.made;
    const made = buildSnapshot(index, at, age);
    made.catch(() => {
      if (held?.made === made) held = null;
    });
    held = { key, made };
    return made;
  };
}
