import type { SearchOptions } from '@/domain/lookup/types';

/** The instant asked for (epoch ms) and how many days to look back from it. */
export interface Asked {
  readonly at: number;
  readonly lookbackDays: number;
}

const DEFAULT_LOOKBACK_DAYS = 14;
const DEFAULT_LIMIT = 20;
const MOST_RESULTS = 100;

/** Options with defaults filled in and the limit held to 1 … 100. */
export function withDefaults(options: SearchOptions): Asked & { limit: number } {
  return {
    at: options.at,
    lookbackDays: options.lookbackDays ?? DEFAULT_LOOKBACK_DAYS,
    limit: Math.min(MOST_RESULTS, Math.max(1, Math.trunc(options.limit ?? DEFAULT_LIMIT))),
  };
}
