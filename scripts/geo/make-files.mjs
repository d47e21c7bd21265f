import mapshaper from 'mapshaper';

const COUNTY_DETAIL = '30%';
const NATION_DETAIL = '5%';

/** Four-digit prefixes of counties directly under a province: no prefecture stands between. */
const DIRECT = new Set(['4190', '4290', '4690', '6590']);
/** Provinces without prefectures: the four municipalities, 香港 and 澳门. */
const WITHOUT_PREFECTURES = new Set(['11', '12', '31', '50', '81', '82']);

function prefectureOf(code) {
  const four = code.slice(0, 4);
  if (WITHOUT_PREFECTURES.has(code.slice(0, 2))) return `${code.slice(0, 2)}0000`;
  if (DIRECT.has(four) || /^(71|629)/.test(code)) return code;
  return `${four}00`;
}

const collection = (features) => JSON.stringify({ type: 'FeatureCollection', features });

async function run(commands, format, features) {
  const output = await mapshaper.applyCommands(`-i in.json ${commands} -o out.json ${format}`, {
    'in.json': collection(features),
  });
  return JSON.parse(output['out.json'].toString());
}

/** Every island keeps its own ring: parts are simplified one by one, then joined again. */
const simplify = (share) =>
  `-explode -simplify ${share} weighted keep-shapes -dissolve code copy-fields=name,province,prefecture`;

async function labelPoints(features, field) {
  const { features: points } = await run(
    `-dissolve ${field} copy-fields=name -points inner`,
    'format=geojson precision=0.0001',
    features,
  );
  return points.map(({ properties, geometry }) => [
    properties[field],
    properties.name,
    ...geometry.coordinates,
  ]);
}

/**
 * The two files of the map, as objects ready to be written.
 *
 * `counties`: TopoJSON, object `divisions` with `{code, name}` per county.
 * `nation`: TopoJSON of the provinces, much lighter, with three more members: `labels`, a point inside every county as
 * `[code, name, lng, lat, prefecture]`; `above`, the same without the last for prefectures and provinces; `lines`, see
 * `readLines`.
 * @param names full names of prefectures and provinces by code
 */
export async function makeFiles(counties, lines, names) {
  const features = counties.map((feature) => {
    const { code, name } = feature.properties;
    return {
      ...feature,
      properties: { code, name, prefecture: prefectureOf(code), province: `${code.slice(0, 2)}0000` },
    };
  });
  const countyFile = await run(
    `${simplify(COUNTY_DETAIL)} -filter-fields code,name -rename-layers divisions`,
    'format=topojson quantization=200000',
    features,
  );
  const nationFile = await run(
    `${simplify(NATION_DETAIL)} -dissolve province -rename-fields code=province -rename-layers divisions`,
    'format=topojson quantization=40000',
    features,
  );
  const labels = await labelPoints(features, 'code');
  const prefectures = new Map(features.map(({ properties }) => [properties.code, properties.prefecture]));
  const above = new Map();
  for (const field of ['prefecture', 'province']) {
    for (const [code, name, ...at] of await labelPoints(features, field)) {
      if (!prefectures.has(code)) above.set(code, [code, names.get(code) ?? name, ...at]);
    }
  }
  return {
    counties: countyFile,
    nation: {
      ...nationFile,
      labels: labels.map(([code, ...rest]) => [code, ...rest, prefectures.get(code)]),
      above: [...above.values()],
      lines,
    },
  };
}
