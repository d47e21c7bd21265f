import { unite } from './plane';
import {
  type Arc,
  type BorderRank,
  type Division,
  type DivisionTopology,
  decodeArcs,
  divisionsOf,
  rankArcs,
  ringsOf,
} from './topology';
import type { PlaneBox } from './types';

/** A division ready to be filled. */
export interface DivisionShape {
  readonly code: string;
  readonly name: string;
  readonly path: Path2D;
  readonly box: PlaneBox;
}

/** Boundaries of one rank in one neighbourhood, ready to be stroked. */
export interface BorderShape {
  readonly rank: BorderRank;
  readonly path: Path2D;
  readonly box: PlaneBox;
}

export interface Shapes {
  readonly divisions: readonly DivisionShape[];
  readonly borders: readonly BorderShape[];
}

function trace(path: Path2D, { xy }: Arc, backwards: boolean, goOn: boolean): void {
  const last = xy.length / 2 - 1;
  for (let step = 0; step <= last; step += 1) {
    const at = (backwards ? last - step : step) * 2;
    const [x = 0, y = 0] = [xy[at], xy[at + 1]];
    if (step === 0 && !goOn) path.moveTo(x, y);
    else if (step > 0 || !goOn) path.lineTo(x, y);
  }
}

function divisionShape(division: Division, arcs: readonly Arc[]): DivisionShape | null {
  const path = new Path2D();
  const boxes: PlaneBox[] = [];
  for (const ring of ringsOf(division)) {
    for (const [index, reference] of ring.entries()) {
      const arc = arcs[reference < 0 ? ~reference : reference];
      if (!arc) throw new Error(`boundaries: ${division.properties.code} refers to a missing arc`);
      trace(path, arc, reference < 0, index > 0);
      boxes.push(arc.box);
    }
    path.closePath();
  }
  const box = unite(boxes);
  const { code, name = '' } = division.properties;
  return box && { code, name, path, box };
}

/** Neighbouring stretches of one rank share a path: few strokes a frame, and what is out of sight can be left out. */
function borderShapes(arcs: readonly Arc[], ranks: readonly BorderRank[]): BorderShape[] {
  const CELL = 1.5;
  const groups = new Map<string, { rank: BorderRank; arcs: Arc[] }>();
  for (const [index, arc] of arcs.entries()) {
    const rank = ranks[index] ?? 'outer';
    const key = `${rank} ${Math.floor(arc.box.minX / CELL)} ${Math.floor(arc.box.minY / CELL)}`;
    const group = groups.get(key) ?? { rank, arcs: [] };
    group.arcs.push(arc);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => {
    const path = new Path2D();
    for (const arc of group.arcs) trace(path, arc, false, false);
    const box = unite(group.arcs.map((arc) => arc.box));
    return box ? [{ rank: group.rank, path, box }] : [];
  });
}

/** Turn a boundary file into canvas paths. @throws when the file is not of the form `scripts/build-geo.mjs` writes. */
export function makeShapes(topology: DivisionTopology): Shapes {
  const arcs = decodeArcs(topology);
  const divisions = divisionsOf(topology);
  return {
    divisions: divisions.flatMap((division) => divisionShape(division, arcs) ?? []),
    borders: borderShapes(arcs, rankArcs(divisions, arcs.length)),
  };
}
