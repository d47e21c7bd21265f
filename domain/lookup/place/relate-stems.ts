// Words after which a new name may begin: what stands before one only says where the compound lies.
const NATURAL =
  /(?:社区|村|村委会|居委会|街道|街道办|办事处|街|路|巷|大道|道|镇|乡|里|号|院|小区|区|县|市|省|弄|坊|旗|盟|州)$/;

export type StemRelation = 'same' | 'doubtful' | 'unrelated';

/**
 * Whether two stems name one compound, read from their ends: 解家村社区华兰佳园 and 华兰佳园 are the same, 新华 and 东新华
 * doubtful, 阳光花园 and 星光花园 unrelated.
 */
export function relateStems(a: string, b: string): StemRelation {
  if (a === b) return 'same';
  let shared = 0;
  const most = Math.min(a.length, b.length);
  while (shared < most && a.charCodeAt(a.length - 1 - shared) === b.charCodeAt(b.length - 1 - shared))
    shared++;
  if (shared < 2) return 'unrelated';
  const extraA = a.slice(0, a.length - shared);
  const extraB = b.slice(0, b.length - shared);
  if (extraA !== '' && extraB !== '') {
    return shared >= 3 && NATURAL.test(extraA) && NATURAL.test(extraB) ? 'doubtful' : 'unrelated';
  }
  if (NATURAL.test(extraA || extraB)) return 'same';
  return shared >= 3 ? 'doubtful' : 'unrelated';
}
