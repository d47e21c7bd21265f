/** Long official endings of functional zones and the forms people and lists use instead. */
const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/高新技术产业(?:开发|园)区$|高新技术开发区$|高技术产业开发区$/, ['高新区', '高新技术产业开发区']],
  [/经济技术开发区$/, ['经开区', '开发区', '经济技术开发区']],
  [/经济开发区$/, ['经开区', '开发区', '经济开发区']],
];

/**
 * Names of functional zones that nearly every prefecture has. Written below a county they may mean the county's own
 * zone, so they are trusted there only where the zone is known to cover that county.
 */
export const GENERIC_ZONE_NAMES: ReadonlySet<string> = new Set(
  ENDINGS.flatMap(([, forms]) => [...forms]).concat('工业园区', '开发区', '高新技术开发区'),
);

/**
 * Short name and other names of a statistical functional zone.
 * 济南高新技术产业开发区 under 济南市 → 济南高新区, with 高新区 and 高新技术产业开发区 as further names.
 * @param name official name; it may or may not start with the province and prefecture
 * @param above short names of province and prefecture, outermost first, e.g. `['山东', '济南']`
 * @returns `shortName` (equal to `name` when no rule applies) and names other than these two
 */
export function zoneNames(
  name: string,
  above: readonly string[],
): { readonly shortName: string; readonly aliases: readonly string[] } {
  const prefix = above.at(-1) ?? '';
  let own = name;
  for (const place of above) {
    if (own.startsWith(place) && own.length > place.length + 2)
      own = own.slice(place.length).replace(/^市/, '');
  }
  const aliases = new Set<string>();
  if (own !== name) {
    aliases.add(own);
    aliases.add(prefix + own);
  }
  let shortName = name;
  const rule = ENDINGS.find(([ending]) => ending.test(own));
  if (rule !== undefined) {
    const [ending, forms] = rule;
    const stem = own.replace(ending, '');
    for (const form of forms) {
      aliases.add(stem + form);
      aliases.add(prefix + stem + form);
    }
    shortName = prefix + stem + (forms[0] ?? '');
  }
  aliases.delete(name);
  aliases.delete(shortName);
  return { shortName, aliases: [...aliases] };
}
