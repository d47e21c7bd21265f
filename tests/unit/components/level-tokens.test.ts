import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { levelCss } from '@/components/level/level-css';
import { LEVEL_TOKENS } from '@/components/level/level-tokens';
import { LEVELS } from '@/domain/level/level';

/** Linear-light red, green, blue of `#rrggbb` (sRGB, IEC 61966-2-1). */
function linear(hex: string): [number, number, number] {
  const at = (from: number) => {
    const c = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [at(1), at(3), at(5)];
}

const luminance = ([r, g, b]: [number, number, number]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** CIE L*: what is left of a colour in a grey print. */
const lightness = (rgb: [number, number, number]) => 116 * Math.cbrt(luminance(rgb)) - 16;

/** Full deuteranopia after Machado, Oliveira and Fernandes 2009, table for severity 1.0. */
function deuteranope([r, g, b]: [number, number, number]): [number, number, number] {
  return [
    0.367322 * r + 0.860646 * g - 0.227968 * b,
    0.280085 * r + 0.672501 * g + 0.047413 * b,
    -0.01182 * r + 0.04294 * g + 0.968881 * b,
  ];
}

describe('how levels look', () => {
  it('words reach 4.5:1 on their own ground and on white', () => {
    for (const level of LEVELS) {
      const { text, surface } = LEVEL_TOKENS[level];
      expect(contrast(text, surface), level).toBeGreaterThanOrEqual(4.5);
      expect(contrast(text, '#ffffff'), level).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('marks reach 3:1 on white and on the pale land of the map', () => {
    for (const level of LEVELS) {
      expect(contrast(LEVEL_TOKENS[level].mark, '#ffffff'), level).toBeGreaterThanOrEqual(3);
      expect(contrast(LEVEL_TOKENS[level].mark, '#f6f7f9'), level).toBeGreaterThanOrEqual(3);
    }
  });

  it('high, medium and low differ in lightness in a grey print and to a deuteranope', () => {
    const pairs = [
      ['HIGH', 'MEDIUM'],
      ['MEDIUM', 'LOW'],
      ['HIGH', 'LOW'],
    ] as const;
    for (const [a, b] of pairs) {
      const one = linear(LEVEL_TOKENS[a].mark);
      const two = linear(LEVEL_TOKENS[b].mark);
      expect(Math.abs(lightness(one) - lightness(two)), `${a} ${b} grey`).toBeGreaterThan(8);
      const apart = deuteranope(one).map((c, i) => Math.abs(c - (deuteranope(two)[i] ?? 0)));
      expect(Math.max(...apart), `${a} ${b} deuteranopia`).toBeGreaterThan(0.1);
    }
  });

  it('no two levels share shape and filling', () => {
    const looks = LEVELS.map((level) => `${LEVEL_TOKENS[level].shape} ${LEVEL_TOKENS[level].filled}`);
    expect(new Set(looks).size).toBe(5);
  });

  it('the style sheet carries the same values as the tokens', () => {
    const sheet = readFileSync(new URL('../../../components/level/level.css', import.meta.url), 'utf8');
    expect(sheet).toBe(levelCss());
  });
});
