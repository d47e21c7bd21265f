import type { HoldPolicy } from '@/domain/list/hold-policy';
import type { HoldReason } from '@/domain/list/hold-reason';
import type { PastChanges } from '@/domain/list/list-change';
import type { ListSummary } from '@/domain/list/summary';

/**
 * The reason to wait that whole provinces are missing. One or two small ones end honestly, above all where they have
 * been fading from list to list.
 * @param noneNew true when next to nothing new came where the lists before had new places
 */
export function provinceHolds(
  previous: ListSummary,
  next: ListSummary,
  past: PastChanges,
  noneNew: boolean,
  policy: HoldPolicy,
): HoldReason[] {
  const missing = Object.entries(previous.provinces).filter(
    ([province, places]) => places > 0 && !(province in next.provinces),
  );
  const days = Math.max(0, next.listTime - previous.listTime) / 86_400_000;
  if (days > policy.provinceMemoryDays) {
    const allowed = Object.keys(previous.provinces).length * policy.maxProvinceDropShare;
    return missing.length > allowed ? [reason(missing)] : [];
  }
  const small = Math.max(policy.smallProvince, previous.places * policy.smallProvinceShare);
  const faded = Math.max(policy.fadingProvince, previous.places * policy.fadingProvinceShare);
  const mayEnd = ([province, places]: [string, number]): boolean =>
    places <= small || (places <= faded && places <= (past.peaks[province] ?? 0) / 2);
  const allowed = policy.endingProvinces + Math.floor(days);
  const together = missing.reduce((sum, [, places]) => sum + places, 0);
  const few = missing.length <= allowed && together <= 2 * Math.max(small, faded) * (1 + Math.floor(days));
  const honest = few && missing.every(mayEnd) && !noneNew;
  return missing.length === 0 || honest ? [] : [reason(missing)];
}

function reason(missing: readonly [string, number][]): HoldReason {
  const provinces = missing.map(([province, places]) => ({ province, places }));
  return { code: 'PROVINCES_GONE', provinces };
}
