import type { GroupRank } from './division-labels';
import { GROUP_ZOOMS } from './map-look';

/**
 * How finely places are counted together at a zoom. Inside a prefecture always by county, inside a province never by
 * province: the one number would say no more than the legend.
 * @param home six-digit division in the foreground; null for the country
 */
export function groupRankAt(zoom: number, home: string | null): GroupRank {
  const [provinces, prefectures] = GROUP_ZOOMS;
  if (zoom >= prefectures) return 'county';
  if (home !== null && !home.endsWith('0000')) return 'county';
  return zoom < provinces && home === null ? 'province' : 'prefecture';
}
