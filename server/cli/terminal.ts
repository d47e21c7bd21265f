import { spelledOut } from '@/domain/text/plain-text';

/** Write a result to standard output; what a file or a person named in it cannot act on the terminal. */
export function say(text: string): void {
  console.log(spelledOut(text));
}

/** Write a refusal or a step to standard error, in the same way. */
export function tell(text: string): void {
  console.error(spelledOut(text));
}

/** A value as one line of JSON that is safe to look at; it parses to the same value. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
