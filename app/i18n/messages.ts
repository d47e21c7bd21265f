import enShell from '../messages/en/shell.json';
import zhShell from '../messages/zh-CN/shell.json';
import type { Locale } from './locales';

/** All texts by locale; one file a feature. */
export const MESSAGES: Record<Locale, Record<string, unknown>> = {
  'zh-CN': { shell: zhShell },
  en: { shell: enShell },
};
