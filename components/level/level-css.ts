import { LEVELS } from '@/domain/level/level';
import { LEVEL_TOKENS } from './level-tokens';

/**
 * The tokens as CSS custom properties: `--level-<name>-mark|text|surface` on `:root`.
 * `components/level/level.css` is this text; a test holds the two together.
 */
export function levelCss(): string {
  const lines = LEVELS.flatMap((level) => {
    const { mark, text, surface } = LEVEL_TOKENS[level];
    const name = level.toLowerCase();
    return [
      `  --level-${name}-mark: ${mark};`,
      `  --level-${name}-text: ${text};`,
      `  --level-${name}-surface: ${surface};`,
    ];
  });
  return `:root {\n${lines.join('\n')}\n}\n`;
}
