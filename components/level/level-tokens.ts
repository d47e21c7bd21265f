import type { Level } from '@/domain/level/level';

/** How one level looks, on screen, on canvas and on paper. Shapes are SVG path data in a 16 × 16 box. */
export interface LevelToken {
  /** Colour of the shape. */
  readonly mark: string;
  /** Colour of words on `surface` and on white, at least 4.5:1 on both. */
  readonly text: string;
  /** Pale ground of badges and of map counties. */
  readonly surface: string;
  /** Outline of the shape. */
  readonly shape: string;
  /** Filled with `mark`, or drawn as a line. */
  readonly filled: boolean;
  /** Extra strokes inside the outline: the hatch of what is unknown. */
  readonly hatch: string | null;
}

const CIRCLE = 'M14 8A6 6 0 1 1 2 8A6 6 0 1 1 14 8Z';

/**
 * The one place that says how levels look. Shape carries the level without colour; the marks also differ in lightness
 * (L* about 40, 59, 49), so that deuteranopia and a grey print keep them apart.
 */
export const LEVEL_TOKENS: Readonly<Record<Level, LevelToken>> = {
  HIGH: {
    mark: '#b71c1c',
    text: '#b71c1c',
    surface: '#fdecec',
    shape: 'M8 1.5L15.2 14.5H0.8Z',
    filled: true,
    hatch: null,
  },
  MEDIUM: {
    mark: '#d87400',
    text: '#8f4a00',
    surface: '#fff4e5',
    shape: 'M8 0.8L15.2 8L8 15.2L0.8 8Z',
    filled: true,
    hatch: null,
  },
  LOW: {
    mark: '#2f76bd',
    text: '#1f5a9c',
    surface: '#eaf2fb',
    shape: CIRCLE,
    filled: true,
    hatch: null,
  },
  ROUTINE: {
    mark: '#59636e',
    text: '#4b545e',
    surface: '#ffffff',
    shape: CIRCLE,
    filled: false,
    hatch: null,
  },
  UNKNOWN: {
    mark: '#59636e',
    text: '#4b545e',
    surface: '#eceff2',
    shape: 'M2 2H14V14H2Z',
    filled: false,
    hatch: 'M2 8L8 2M2 14L14 2M8 14L14 8',
  },
};

/** Width of outlines and hatches in the 16 × 16 box. */
export const LEVEL_STROKE = 1.6;
