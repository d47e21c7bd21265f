const ADMINISTRATIVE =
  /^[\u4e00-\u9fff()]{1,12}?(?:街道办事处|街道办|街道|办事处|地区|镇|乡|苏木|社区|居委会|村委会|村|街|区|县|市|旗)/;
const TOO_GENERIC = /^(?:[0-9a-z#-]|第|号|栋|幢|座|单元|楼|东|西|南|北|中|大|小|新|老)*$/;

/**
 * The shorter names a place may go by when the street, village or community before it is left away:
 * 开元街道雅思花园3号楼 → 雅思花园3号楼. Rests that are nothing but a number (3号楼) are no name of their own.
 * @param name a similarity key
 * @returns at most three, longest first
 */
export function withoutPrefixes(name: string): string[] {
  const shorter: string[] = [];
  let rest = name;
  while (shorter.length < 3) {
    const prefix = ADMINISTRATIVE.exec(rest)?.[0];
    if (prefix === undefined) break;
    rest = rest.slice(prefix.length);
    if (rest.length < 3 || TOO_GENERIC.test(rest) || TOO_GENERIC.test(rest.slice(0, 2))) break;
    shorter.push(rest);
  }
  return shorter;
}
