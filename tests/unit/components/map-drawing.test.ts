import { describe, expect, it } from 'vitest';
import { LabelLayout } from '@/components/map/label-layout';
import { assertDivisions, BORDER_RANKS, bordersOf, type DivisionTopology } from '@/components/map/shapes';
import { layStamp } from '@/components/map/stamp';

/** Three unit squares side by side: two counties of 370700, then one of 370800. Arcs 1 and 3 are shared. */
const topology = {
  type: 'Topology',
  transform: { scale: [1, 1], translate: [110, 30] },
  arcs: [
    [
      [1, 0],
      [-1, 0],
      [0, 1],
      [1, 0],
    ],
    [
      [1, 1],
      [0, -1],
    ],
    [
      [1, 1],
      [1, 0],
    ],
    [
      [2, 1],
      [0, -1],
    ],
    [
      [2, 0],
      [-1, 0],
    ],
    [
      [2, 1],
      [1, 0],
      [0, -1],
      [-1, 0],
    ],
  ],
  objects: {
    divisions: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { code: '370702' } },
        { type: 'Polygon', arcs: [[~1, 2, 3, 4]], properties: { code: '370724' } },
        { type: 'Polygon', arcs: [[~3, 5]], properties: { code: '370811' } },
      ],
    },
  },
} as unknown as DivisionTopology;

describe('boundaries', () => {
  it('are ranked by what lies on their two sides', () => {
    const ends = (lines: readonly (readonly (readonly number[])[])[]) =>
      lines.map((line) => [line[0], line.at(-1)]);
    const [county, prefecture, province, outer] = BORDER_RANKS.map((rank) => bordersOf(topology, rank));
    expect(ends(county ?? [])).toEqual([
      [
        [111, 31],
        [111, 30],
      ],
    ]);
    expect(ends(prefecture ?? [])).toEqual([
      [
        [112, 31],
        [112, 30],
      ],
    ]);
    expect(province).toEqual([]);
    // One line around all three: eight corners, and the first again at the end.
    expect(outer?.flat()).toHaveLength(9);
  });

  it('refuse a geometry without a code', () => {
    const broken = {
      ...topology,
      objects: { divisions: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0]] }] } },
    } as unknown as DivisionTopology;
    expect(() => assertDivisions(broken)).toThrow('not a polygon with a code');
  });
});

describe('texts on the map', () => {
  const box = (x: number, y: number) => ({ x, y, width: 40, height: 16 });

  it('never cover another symbol, also across bucket edges', () => {
    const layout = new LabelLayout();
    layout.force(box(50, 60), 'a');
    expect(layout.claim([box(80, 70)], 'b')).toBe(false);
    expect(layout.claim([box(91, 60)], 'b')).toBe(true);
    expect(layout.claim([box(100, 62)], 'c')).toBe(false);
  });

  it('may stand on the symbol they belong to', () => {
    const layout = new LabelLayout();
    layout.force(box(0, 0), 'a');
    expect(layout.claim([box(5, 5)], 'a')).toBe(true);
  });

  it('claim nothing when one of several boxes is taken', () => {
    const layout = new LabelLayout();
    layout.force(box(0, 0), 'a');
    expect(layout.claim([box(200, 0), box(10, 0)], 'b')).toBe(false);
    expect(layout.claim([box(200, 0)], 'c')).toBe(true);
  });
});

describe('stamps', () => {
  const red = 0xff0000ff;
  const half = 0x800000ff;
  const white = 0xffffffff;

  it('cover, leave clear, and mix by opacity', () => {
    const target = new Uint32Array([white, white, white]);
    layStamp(target, 3, 1, { side: 1, pixels: new Uint32Array([red]) }, 0, 0);
    layStamp(target, 3, 1, { side: 1, pixels: new Uint32Array([0]) }, 1, 0);
    layStamp(target, 3, 1, { side: 1, pixels: new Uint32Array([half]) }, 2, 0);
    // Half red on white keeps full red; green and blue fall from 255 to 255 × 127 / 255 = 127.
    expect([...target]).toEqual([red, white, 0xff7f7fff]);
  });

  it('are cut off at the edges', () => {
    const target = new Uint32Array(4);
    layStamp(
      target,
      2,
      2,
      { side: 2, pixels: new Uint32Array([1, 2, 3, 4].map((n) => (0xff000000 | n) >>> 0)) },
      -1,
      1,
    );
    expect([...target].map((pixel) => pixel & 255)).toEqual([0, 0, 2, 0]);
  });
});
