/**
 * Says whether `text` names a county-level division (or functional zone) of the prefecture.
 * @param prefecturePath province and city joined by one blank, e.g. `内蒙古自治区 呼和浩特市`
 */
export type IsDivisionName = (prefecturePath: string, text: string) => boolean;

const LONGEST_NAME = 15;
/** Words that stand inside a place, never inside a district's name, though one may begin with them (镇康县, 路桥区). */
const BELOW_DISTRICT = /.(?:街道|镇|乡|村|路|社区|小区|号|苏木|花园)|[0-9A-Za-z]/;
const NOT_A_DISTRICT = /(?:社|小|园|片|院|厂|校|库|景|街|辖|营|港|宅|活|属|业|军|期|.{2}[东西南北中])区$/;
const SHORT_DISTRICT = /^[郊矿城]区$|^.[县市]$/;
const FUNCTIONAL_ZONE =
  /^(?!原)[\u4e00-\u9fff]{0,8}?(?:工业园区|开发区|高新区|经开区|经济区|保税区|示范区|管理区|合作区|[^小]新区)$/;
/** 红旗街道, 市场, 县府街: the word goes on, so it was no district. */
const GOES_ON = /^(?:街道|镇|乡|场|府|政|民|区|路|街)/;

/** The syntactic guess used when nobody supplies the real names: ends in 区县市旗 and holds no word of a smaller place. */
export function looksLikeDistrict(_prefecturePath: string, text: string): boolean {
  if (BELOW_DISTRICT.test(text) || text.startsWith('原')) return false;
  if (text.length === 2) return SHORT_DISTRICT.test(text);
  if (text.endsWith('旗') || text.endsWith('县')) return text.length <= 12;
  return text.length <= 5 && !NOT_A_DISTRICT.test(text);
}

/**
 * The district a piece begins with, if any: the shortest beginning in 区, 县, 市 or 旗 that `isDivisionName` knows, or
 * that is formed like a functional zone where one may begin.
 * @param mayBeZone false after 、, where 「敕勒川乳业开发区易构城小区」 is a place inside the district before it
 */
export function leadingDistrict(
  prefecturePath: string,
  text: string,
  isDivisionName: IsDivisionName,
  mayBeZone: boolean,
): string | null {
  const longest = Math.min(LONGEST_NAME, text.length);
  for (let length = 2; length <= longest; length += 1) {
    if (!'区县市旗'.includes(text[length - 1] ?? ' ') || GOES_ON.test(text.slice(length))) continue;
    const name = text.slice(0, length);
    if (isDivisionName(prefecturePath, name)) return name;
    if (mayBeZone && FUNCTIONAL_ZONE.test(name) && !BELOW_DISTRICT.test(name)) return name;
  }
  return null;
}
