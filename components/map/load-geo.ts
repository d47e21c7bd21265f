import type { DivisionLabel } from './division-labels';
import { toPlane } from './plane';
import { type DivisionTopology, makeShapes, type Shapes } from './shapes';

/** A boundary drawn beside the divisions; `national` is a line of the state. */
export interface ExtraLine {
  readonly kind: 'national' | 'sea';
  readonly path: Path2D;
}

export interface NationGeo {
  readonly provinces: Shapes;
  /** Counties, prefectures and provinces by six-digit code. */
  readonly labels: ReadonlyMap<string, DivisionLabel>;
  readonly lines: readonly ExtraLine[];
}

interface NationFile extends DivisionTopology {
  labels: [code: string, name: string, lng: number, lat: number, prefecture: string][];
  above: [code: string, name: string, lng: number, lat: number][];
  lines: { kind: 'national' | 'sea'; paths: [number, number][][] }[];
}

async function fetchJson<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}

function linePath(paths: [number, number][][]): Path2D {
  const path = new Path2D();
  for (const points of paths) {
    for (const [index, [lng, lat]] of points.entries()) {
      const [x, y] = toPlane(lng, lat);
      if (index === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
  }
  return path;
}

function labelsOf({ labels, above }: NationFile): Map<string, DivisionLabel> {
  const all = new Map<string, DivisionLabel>();
  for (const [code, name, lng, lat] of above) {
    all.set(code, { code, name, at: toPlane(lng, lat), prefecture: code, isCounty: false });
  }
  for (const [code, name, lng, lat, prefecture] of labels) {
    all.set(code, { code, name, at: toPlane(lng, lat), prefecture, isCounty: true });
  }
  return all;
}

/** The light first view: provinces, label points, lines at sea. @throws when it cannot be fetched or read. */
export async function loadNation(base: string, signal: AbortSignal): Promise<NationGeo> {
  const file = await fetchJson<NationFile>(`${base}/nation.topo.json`, signal);
  return {
    provinces: makeShapes(file),
    labels: labelsOf(file),
    lines: file.lines.map(({ kind, paths }) => ({ kind, path: linePath(paths) })),
  };
}

/** County boundaries of the whole country. @throws when they cannot be fetched or read. */
export async function loadCounties(base: string, signal: AbortSignal): Promise<Shapes> {
  return makeShapes(await fetchJson<DivisionTopology>(`${base}/counties.topo.json`, signal));
}
