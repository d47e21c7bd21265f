import enAdmin from '../messages/en/admin.json';
import enAuth from '../messages/en/auth.json';
import enLevel from '../messages/en/level.json';
import enShell from '../messages/en/shell.json';
import enUi from '../messages/en/ui.json';
import zhAdmin from '../messages/zh-CN/admin.json';
import zhAuth from '../messages/zh-CN/auth.json';
import zhLevel from '../messages/zh-CN/level.json';
import zhShell from '../messages/zh-CN/shell.json';
import zhUi from '../messages/zh-CN/ui.json';
import type { Locale } from './locales';

/** All texts by locale; one file a feature. */
export const MESSAGES: Record<Locale, Record<string, unknown>> = {
  'zh-CN': { admin: zhAdmin, auth: zhAuth, level: zhLevel, shell: zhShell, ui: zhUi },
  en: { admin: enAdmin, auth: enAuth, level: enLevel, shell: enShell, ui: enUi },
};
