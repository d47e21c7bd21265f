import { isNumberOnly, type Piece } from '@/domain/list/bulletin-pieces';
import { type IsDivisionName, leadingDistrict } from '@/domain/list/leading-district';
import type { WrittenHead } from '@/domain/list/province-names';

/** A place of one line with the district and street it stands in. */
export interface BulletinPlace {
  readonly county: string;
  readonly place: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

const STREET = /^[\u4e00-\u9fff]{1,14}?(?:街道办事处|街道|镇|乡|苏木)/;
/** 鸡东县人民医院, 莱西市第七中学: the district is part of the institution's own name. */
const INSTITUTION =
  /^(?:第[一二三四五六七八九十]|人民|中心|中医|妇幼|医院|实验|高级|职业)[^、，]*(?:医院|中学|小学|学校)/;
/** The number a place ends with: 大朗镇杨新路82号. */
const LAST_NUMBER =
  /(?:第?[0-9A-Za-z#\-—－~～至]+(?:号楼|号院|号|栋|幢|座|单元|组|楼|门|室|户|层|排|期|区|弄|巷)?)+$/;
/** A boundary, or a zone of its own, does not lie in the street named before it. */
const STANDS_ALONE = /以[东西南北]|围合|合围|^[^街镇乡]{0,10}(?:开发区|高新区|经开区)/;

/**
 * Gives every piece its district and street: a name without one inherits it from the name before (新城区成吉思汗大街街道
 * 哈拉更村、府兴社区); a street is inherited over 、 only, a district until the next one.
 */
export function placesOfLine(
  head: WrittenHead,
  pieces: readonly Piece[],
  isDivisionName: IsDivisionName,
): BulletinPlace[] {
  const prefecturePath = `${head.province} ${head.city}`;
  const places: BulletinPlace[] = [];
  let county = head.county;
  let street = '';
  for (const piece of pieces) {
    const district =
      head.county === ''
        ? leadingDistrict(prefecturePath, piece.text, isDivisionName, piece.before !== 'PAUSE')
        : null;
    let place = piece.text;
    if (district !== null) {
      county = district;
      const rest = piece.text.slice(district.length);
      if (rest !== '' && !INSTITUTION.test(rest)) place = rest;
    }
    const before = places.at(-1);
    if (isNumberOnly(place) && before !== undefined) {
      // 杨新路82号、112号 as two places: the number alone would lose its road.
      place = before.place.replace(LAST_NUMBER, '') + place;
      places.push({ county, place, start: piece.start, end: piece.end });
      continue;
    }
    const own = STREET.exec(place)?.[0];
    if (own !== undefined) street = own;
    else if (piece.before !== 'PAUSE' || district !== null || STANDS_ALONE.test(place)) street = '';
    else place = street + place;
    places.push({ county, place, start: piece.start, end: piece.end });
  }
  return places;
}
