import { findTitles, type Title } from '@/domain/list/bulletin-titles';
import type { FlatText } from '@/domain/list/flat-text';

/** A title and the offsets of the text that belongs to it, without its end mark. */
export interface Block {
  readonly title: Title;
  readonly from: number;
  readonly to: number;
}

/** The list taken apart. Whatever is in no block and should not be there is `unread`. */
export interface Blocks {
  readonly blocks: readonly Block[];
  readonly unread: readonly { readonly from: number; readonly to: number }[];
  /** Offset at which the text stops in the middle of a block; null when the list has an end. */
  readonly unfinished: number | null;
}

const ABROAD = /境外(?:[（(][^）)]*[）)])?[^。；，、（(]{0,12}风险地区/g;
const LEAD_IN = /^[，,]?(?:具体|名单|详情|情况|分别|如下|为|是)*[。：:\s]*$/;
/** What web pages put below their text. */
const FOOTER =
  /^(?:关闭|打印|返回|收藏|分享|扫一扫|联系我们|网站地图|版权所有|主办单位|承办单位|责任编辑|编辑[：:]|来源[：:]|信息来源|附件|相关|上一[篇条]|下一[篇条])/;

/**
 * Takes the list below a bulletin's headline apart.
 * @param from offset behind the headline
 */
export function findBlocks({ text, breaks }: FlatText, from: number): Blocks {
  ABROAD.lastIndex = from;
  const abroad = ABROAD.exec(text);
  const end = abroad?.index ?? text.length;
  const { titles, strays } = findTitles(text, from, end, breaks);
  const unread = strays.map((at) => ({ from: at, to: Math.min(end, at + 40) }));
  if (abroad !== null) {
    const after = end + abroad[0].length;
    const more = findTitles(text, after, text.length, breaks).titles[0];
    if (more !== undefined) unread.push({ from: more.start, to: text.length });
  }
  const [first] = titles;
  if (first !== undefined && !LEAD_IN.test(text.slice(from, first.start))) {
    unread.push({ from, to: first.start });
  }
  const blocks: Block[] = [];
  let unfinished: number | null = null;
  for (const [index, title] of titles.entries()) {
    const next = titles[index + 1]?.start ?? end;
    const stop = endMark(text, title.end, next);
    const rest = text.slice(stop + 1, next);
    const last = index === titles.length - 1;
    blocks.push({ title, from: title.end, to: Math.min(stop, next) });
    if (stop >= next && last && abroad === null) unfinished = next;
    const belongs = rest.trim() !== '' && !(last && abroad === null && FOOTER.test(rest.trim()));
    if (belongs) unread.push({ from: stop + 1, to: next });
  }
  return { blocks, unread, unfinished };
}

/** The first 。 outside brackets; `to` when there is none. */
function endMark(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '（' || sign === '(') depth += 1;
    else if (sign === '）' || sign === ')') depth = Math.max(0, depth - 1);
    else if (sign === '。' && depth === 0) return at;
  }
  return to;
}
