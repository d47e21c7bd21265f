import type { BorderRank } from './shapes';

/** The map's own quiet colours. Saturated ones belong to levels alone. */
export const MAP_LOOK = {
  sea: '#edf0f4',
  abroad: '#f6f7f9',
  home: '#ffffff',
  homeLine: '#8fa3ba',
  ink: '#1b1f24',
  mute: '#59636e',
  selected: '#14406f',
  pill: 'rgb(255 255 255 / 94%)',
  pillLine: '#b9c4d0',
  nationalLine: '#7d8894',
  seaLine: '#b4bec9',
} as const;

/** Stroke of a boundary by rank: colour, and width in CSS pixels. */
export const BORDER_LOOK: Readonly<Record<BorderRank, { colour: string; width: number }>> = {
  county: { colour: '#d5dce4', width: 0.7 },
  prefecture: { colour: '#b9c4d0', width: 0.9 },
  province: { colour: '#98a6b5', width: 1.1 },
  outer: { colour: '#8a97a5', width: 1.1 },
};

/** County boundaries appear from this zoom on; farther out they would be a grey cloud. */
export const COUNTY_BORDER_ZOOM = 5.5;

/** Places are counted by province up to the first zoom, by prefecture up to the second, then by county. */
export const GROUP_ZOOMS = [4.75, 6.5] as const;

export const MAP_FONT =
  '"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif';
