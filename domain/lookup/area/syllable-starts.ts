/**
 * Whether a syllable begins at a place of a text whose syllables begin with capitals (`XinHai7`): anything but a small
 * letter is a beginning.
 */
export function beginsSyllable(syllables: string, at: number): boolean {
  const unit = syllables.charCodeAt(at);
  return unit < 97 || unit > 122;
}
