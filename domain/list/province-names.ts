const FULL_NAMES =
  '北京市 天津市 河北省 山西省 内蒙古自治区 辽宁省 吉林省 黑龙江省 上海市 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 ' +
  '湖南省 广东省 广西壮族自治区 海南省 重庆市 四川省 贵州省 云南省 西藏自治区 陕西省 甘肃省 青海省 宁夏回族自治区 新疆维吾尔自治区 ' +
  '新疆生产建设兵团';

const MUNICIPALITIES: ReadonlySet<string> = new Set(['北京市', '天津市', '上海市', '重庆市']);

const SPELLINGS: readonly { written: string; full: string }[] = FULL_NAMES.split(' ')
  .flatMap((full) => {
    const short = full.replace(/省|市|(?:壮族|回族|维吾尔)?自治区/, '');
    const plain = full.includes('自治区') ? [{ written: `${short}自治区`, full }] : [];
    return [{ written: full, full }, ...plain, { written: short, full }];
  })
  .sort((a, b) => b.written.length - a.written.length);

/** A line's head taken apart: `内蒙古呼和浩特市` → 内蒙古自治区, 呼和浩特市; `上海市普陀区` → 上海市, 上海市, 普陀区. */
export interface WrittenHead {
  readonly province: string;
  readonly city: string;
  readonly county: string;
}

/**
 * Splits the place before a line's bracket into province, prefecture and, in the four municipalities, district.
 * @returns null when it does not begin with a province
 */
export function splitHead(head: string): WrittenHead | null {
  for (const { written, full } of SPELLINGS) {
    if (!head.startsWith(written)) continue;
    const rest = head.slice(written.length);
    if (MUNICIPALITIES.has(full)) return { province: full, city: full, county: rest };
    return { province: full, city: rest, county: '' };
  }
  return null;
}
