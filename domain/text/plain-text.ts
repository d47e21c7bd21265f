/** Invisible marks that come along when text is copied: they say nothing and are left out. */
const COPIED = /[\u00ad\u200b\u2060\ufeff]/gu;
/**
 * Characters that show nothing and change how what stands beside them is read: controls, marks that turn the direction
 * of writing, tags, annotation marks, blank letters. Joiners stay: Uyghur, Mongolian and Tibetan are written with them.
 */
const UNSEEN =
  /[\p{Cc}\u061c\u115f\u1160\u17b4\u17b5\u200e\u200f\u2028-\u202e\u2061-\u206f\u3164\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
/** Half a character, what stands for an unreadable byte, and code points that are no characters. */
const BROKEN = /[\p{Surrogate}\ufffd\p{Noncharacter_Code_Point}]/u;
const SEEN = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029]/gu;

const EVERY_UNSEEN = new RegExp(UNSEEN.source, 'gu');
const EVERY_BROKEN = new RegExp(BROKEN.source, 'gu');

/** How a text is to be. */
export interface TextForm {
  /** Characters at least; 0 lets it be empty. */
  readonly min: number;
  /** Characters at most. */
  readonly max: number;
  /** What to say of a text that is missing or too short. */
  readonly missing?: string;
  /** Whether it may have several lines, and tabs. */
  readonly lines?: boolean;
}

/** A text that may be kept, or in English why not; the reason names a bad character by its number and never repeats it. */
export type ReadText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/**
 * Read a text that a person wrote and others will read: in Unicode's composed form (NFC), without blanks around it and
 * without invisible marks that came with copying. Refused are halves of characters, unreadable bytes, controls and marks
 * that turn the direction of writing, and a text in which no letter and no digit can be seen.
 */
export function readText(written: string, form: TextForm): ReadText {
  const lines = form.lines ? written.replace(LINE_BREAK, '\n') : written;
  const text = lines.replace(COPIED, '').normalize('NFC').trim();
  const broken = BROKEN.exec(text)?.[0];
  if (broken !== undefined) return refused(`holds what is no readable character (${numberOf(broken)})`);
  const unseen = UNSEEN.exec(form.lines ? text.replace(/[\n\t]/g, ' ') : text)?.[0];
  if (unseen !== undefined) return refused(`holds a character that cannot be seen (${numberOf(unseen)})`);
  const length = [...text].length;
  if (length < form.min) return refused(form.missing ?? `at least ${form.min} characters`);
  if (length > form.max) return refused(`at most ${form.max} characters`);
  if (length > 0 && !SEEN.test(text)) return refused('holds no letter and no digit');
  return { ok: true, text };
}

/**
 * What was typed to search for: everything that cannot be seen or read is left out, a control counts as a blank. Total.
 * @param max characters that are kept at most; the rest is cut.
 */
export function searchText(typed: string, max: number): { text: string; cut: boolean } {
  const characters = [...readablePart(typed)];
  return { text: characters.slice(0, max).join('').trim(), cut: characters.length > max };
}

/** A text without what cannot be seen or read, such as the name of a file; '' when nothing is left. Total. */
export function readablePart(text: string): string {
  return text
    .replace(COPIED, '')
    .replace(EVERY_BROKEN, '')
    .replace(EVERY_UNSEEN, ' ')
    .normalize('NFC')
    .trim();
}

/** A text without the invisible marks that come with copying. */
export function withoutMarks(text: string): string {
  return text.replace(COPIED, '');
}

/**
 * What a text holds that can be neither stored nor shown, in English; null when nothing. For what others wrote, such as
 * a query or a list: blanks of all kinds may stand in it, and nothing is said of what it means.
 */
export function characterFault(text: string): string | null {
  const bad = unfitCharacter(text);
  return bad === null ? null : `holds a character that cannot be read or seen (${bad.number})`;
}

/** The first character that can be neither stored nor shown: its offset in UTF-16 units and its number (`U+202E`). */
export function unfitCharacter(text: string): { readonly offset: number; readonly number: string } | null {
  const match = UNFIT.exec(text);
  return match === null ? null : { offset: match.index, number: numberOf(match[0]) };
}

const UNFIT = new RegExp(`(?![\\t\\n\\r])(?:${UNSEEN.source}|${BROKEN.source})`, 'u');

/**
 * A text as it may be written to a terminal or a log: what would move the cursor, colour, hide or turn the writing is
 * spelled out (`\x1b`, `\u202e`). Line breaks and tabs stay.
 */
export function spelledOut(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029]/gu, escaped);
}

/** `U+202E`: how a character is named without being written. */
function numberOf(character: string): string {
  return `U+${hex(character).toUpperCase().padStart(4, '0')}`;
}

function escaped(character: string): string {
  const digits = hex(character);
  if (digits.length <= 2) return `\\x${digits.padStart(2, '0')}`;
  return digits.length <= 4 ? `\\u${digits.padStart(4, '0')}` : `\\u{${digits}}`;
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}

function refused(reason: string): ReadText {
  return { ok: false, reason };
}
