import { inWords, type Sentence } from '@/domain/list/sentence';

/** What a list file should hold somewhere, or what stood there; `{}` takes the phrase's value. */
const WORDS = {
  TEXT: { zh: '{}', en: '{}' },
  NOTHING: { zh: '无', en: 'nothing' },
  ARRAY_OF: { zh: '有 {} 项的数组', en: 'an array of {}' },
  OBJECT_WITH: { zh: '含有 {} 的对象', en: 'an object with {}' },
  EMPTY_OBJECT: { zh: '空对象', en: 'an object with no keys' },
  END_OF_FILE: { zh: '文件结尾', en: 'end of file' },
  UNFINISHED_TEXT: { zh: '没有写完的文字 {}', en: 'an unfinished text {}' },
  BYTES: { zh: '{} 字节', en: '{} bytes' },
  CHARACTERS: { zh: '{} 个字', en: '{} characters' },
  AT_MOST_BYTES: { zh: '最多 {} 字节', en: 'at most {} bytes' },
  AT_MOST_CHARACTERS: { zh: '最多 {} 个字', en: 'at most {} characters' },
  ENCODED_TEXT: {
    zh: 'UTF-8、GB18030 或 UTF-16 编码的文字',
    en: 'text in UTF-8, GB18030 or UTF-16',
  },
  UNREADABLE_BYTES: { zh: '无法读出的字节 {}', en: 'bytes that cannot be read: {}' },
  LOST_CHARACTER: { zh: '已经丢失的字（�）', en: 'a character that was lost (�)' },
  UNSEEN_CHARACTER: { zh: '读不出或看不见的字符 {}', en: 'a character that cannot be read or seen ({})' },
  LONG_PLACE: { zh: '{} 个字的地名', en: 'a place of {} characters' },
  READABLE_TEXT: { zh: '可读的文字', en: 'readable text' },
  JSON: { zh: 'JSON', en: 'JSON' },
  NOT_JSON: { zh: '不是 JSON 的文字', en: 'text that is not JSON' },
  VALUE: { zh: '一个值', en: 'a value' },
  VALUE_OR_END: { zh: '一个值或 ]', en: 'a value or ]' },
  KEY: { zh: '一个键', en: 'a key' },
  KEY_OR_END: { zh: '一个键或 }', en: 'a key or }' },
  COLON: { zh: '冒号', en: ':' },
  COMMA_OR_BRACE: { zh: '逗号或 }', en: ', or }' },
  COMMA_OR_BRACKET: { zh: '逗号或 ]', en: ', or ]' },
  DATA_OBJECT: { zh: '含有 "data" 的对象', en: 'an object with "data"' },
  LIST_OBJECT: {
    zh: '含有 "end_update_time" 和 "highlist" 的对象',
    en: 'an object with "end_update_time" and "highlist"',
  },
  LIST_HOUR: { zh: '「2022-07-01 9时」这样的时间', en: 'an hour such as "2022-07-01 9时"' },
  WHOLE_NUMBER: { zh: '整数', en: 'a whole number' },
  GROUPS: { zh: '按县区列出地点的数组', en: 'an array of places by county' },
  GROUP: {
    zh: '含有 "province"、"city"、"county" 和 "communitys" 的对象',
    en: 'an object with "province", "city", "county" and "communitys"',
  },
  NAME: { zh: '名称', en: 'a name' },
  A_TEXT: { zh: '文字', en: 'a text' },
  PLACE_TEXTS: { zh: '地点的数组', en: 'an array of place texts' },
  PLACE_TEXT: { zh: '地点的名称', en: 'a place text' },
  HEADLINE: {
    zh: '「截至…月…日…时，全国现有…个高风险地区，…个中风险地区」这样的一句',
    en: 'the sentence 截至…月…日…时，全国现有…个高风险地区，…个中风险地区',
  },
  ONE_LIST: { zh: '一份名单', en: 'one list' },
  TWO_LISTS: { zh: '又一份：{}', en: 'another one: {}' },
  YEAR: {
    zh: '年份，或「发布日期：YYYY-MM-DD」这样的一行',
    en: 'a year, or a line 发布日期：YYYY-MM-DD',
  },
  DAY_AND_HOUR: { zh: '日期和时间', en: 'a day and an hour' },
  HOUR_BEFORE_PUBLICATION: {
    zh: '发布日期之前 31 天之内的时间',
    en: 'an hour at most 31 days before the day of publication',
  },
  SECTION: {
    zh: '此行之下的「{}风险地区（N个）：」一段',
    en: 'a section {}风险地区（N个）： below this line',
  },
  EMPTY_FILE: { zh: '空文件', en: 'an empty file' },
} satisfies Record<string, Sentence>;

/** A phrase about a list file, without a language: it is put into words where a person reads it. */
export interface Phrase {
  readonly key: keyof typeof WORDS;
  readonly value?: string;
}

/** The phrase with this key, and what its blank holds. */
export function phrase(key: Phrase['key'], value?: string | number): Phrase {
  return value === undefined ? { key } : { key, value: String(value) };
}

/** The phrase in a language. */
export function sayPhrase({ key, value }: Phrase, language: keyof Sentence): string {
  return inWords(WORDS[key], language, value);
}
