/** Characters that tell neighbouring places apart: numbers, order, direction, size, age. A slip of the pen never lies in one. */
const TELLING =
  /[0-9〇零一二三四五六七八九十百千甲乙丙丁戊己庚辛东西南北中上下前后左右内外正大小新旧老高低金银红黄蓝绿白黑]/;
const LETTER = /[a-z]/;
/** B座, A区, c栋: here a letter is a number. */
const COUNTER = /[座栋幢区号单期组馆门口段户院层楼排巷园-]/;

/** Words that change how much ground is meant: a household, a part, a building instead of the yard. Never silently one place. */
const EXTENT = /[楼院户区栋室层座部分某全除非不含]|公寓|单元/;
const SPELLINGS = ['佳嘉', '禄录', '座坐', '启啟啓', '槽糟', '於于', '付傅', '塬垣原'];
const ABOVE_PLACE = /^.*(?:街道|镇|乡|社区|村|办事处|苏木)/;

/** How near two names are: surely one place, perhaps one place, or not near. */
export type Nearness = 'SAME' | 'PERHAPS' | 'NONE';

/**
 * Compares two names (as keys) that differ in one run of at most two characters. A stray Latin letter between two Han
 * characters (东干a丈村), a doubled character and a variant spelling (永录/永禄) are slips; a surplus character is one in a
 * long name; an exchanged one is a question for an officer. Length counts below the street or village the difference lies
 * in, so that 郝庄村 and 耿庄村 of one town stay strangers.
 */
export function nearness(a: string, b: string): Nearness {
  if (Math.abs(a.length - b.length) > 2) return 'NONE';
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) {
    tail += 1;
  }
  const left = a.slice(head, a.length - tail);
  const right = b.slice(head, b.length - tail);
  if (left.length > 2 || right.length > 2 || TELLING.test(left) || TELLING.test(right)) return 'NONE';
  const above = ABOVE_PLACE.exec(a.slice(0, head))?.[0].length ?? 0;
  const shared = head - above + tail;
  if (LETTER.test(left) || LETTER.test(right))
    return strayLetter(a, head, tail, left, right) ? 'SAME' : 'NONE';
  if (left !== '' && right !== '') {
    if (left.length + right.length > 2) return 'NONE';
    if (SPELLINGS.some((group) => group.includes(left) && group.includes(right))) return 'SAME';
    return shared >= 6 ? 'PERHAPS' : 'NONE';
  }
  const surplus = left === '' ? right : left;
  if (shared < 3) return 'NONE';
  if (EXTENT.test(surplus)) return /[不非除]/.test(surplus) ? 'NONE' : 'PERHAPS';
  const doubled = surplus.length === 1 && (a[head - 1] === surplus || a[head] === surplus);
  return doubled || shared >= 9 ? 'SAME' : 'PERHAPS';
}

function strayLetter(a: string, head: number, tail: number, left: string, right: string): boolean {
  if (left !== '' && right !== '') return false;
  const before = a[head - 1] ?? '0';
  const after = tail === 0 ? '-' : (a[a.length - tail] ?? '-');
  return !/[0-9a-z-]/.test(before) && !COUNTER.test(after) && !/[0-9a-z]/.test(after);
}
