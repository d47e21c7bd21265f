import type { AreaResult, DivisionResult, LookupResult } from '@/domain/lookup/types';

/** Of the grounds an address was answered for, the one this area lies on; null when its area holds all of the address. */
export function groundOf(area: AreaResult, results: readonly LookupResult[]): DivisionResult | null {
  const grounds = results.filter(
    (other): other is DivisionResult => other.kind === 'division' && other.match.type === 'address',
  );
  const named = grounds.find((ground) => ground.possible.some((possible) => possible.id === area.id));
  if (named !== undefined) return named;
  return (
    grounds.find((ground) => {
      const deeper = ground.path.some((step) => step.code === area.divisionCode);
      return deeper || area.path.some((step) => step.code === ground.divisionCode);
    }) ?? null
  );
}
