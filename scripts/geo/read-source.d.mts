export function readCounties(): {
  type: 'Feature';
  properties: { code: string; name: string };
  geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: unknown[] };
}[];
export function readLines(): { kind: 'national' | 'sea'; paths: [number, number][][] }[];
export function readNames(): Map<string, string>;
