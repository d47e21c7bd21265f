import enAdmin from '../messages/en/admin.json';
import enArea from '../messages/en/area.json';
import enAreas from '../messages/en/areas.json';
import enAuth from '../messages/en/auth.json';
import enDashboard from '../messages/en/dashboard.json';
import enImports from '../messages/en/imports.json';
import enLevel from '../messages/en/level.json';
import enLookup from '../messages/en/lookup.json';
import enShell from '../messages/en/shell.json';
import enUi from '../messages/en/ui.json';
import zhAdmin from '../messages/zh-CN/admin.json';
import zhArea from '../messages/zh-CN/area.json';
import zhAreas from '../messages/zh-CN/areas.json';
import zhAuth from '../messages/zh-CN/auth.json';
import zhDashboard from '../messages/zh-CN/dashboard.json';
import zhImports from '../messages/zh-CN/imports.json';
import zhLevel from '../messages/zh-CN/level.json';
import zhLookup from '../messages/zh-CN/lookup.json';
import zhShell from '../messages/zh-CN/shell.json';
import zhUi from '../messages/zh-CN/ui.json';
import type { Locale } from './locales';

const zh = {
  admin: zhAdmin,
  area: zhArea,
  areas: zhAreas,
  auth: zhAuth,
  dashboard: zhDashboard,
  imports: zhImports,
  level: zhLevel,
  lookup: zhLookup,
  shell: zhShell,
  ui: zhUi,
};

/** All texts of the screens; one file a feature, the same keys in every language. */
export type Texts = typeof zh;

/** All texts by locale. */
export const MESSAGES: Record<Locale, Texts> = {
  'zh-CN': zh,
  en: {
    admin: enAdmin,
    area: enArea,
    areas: enAreas,
    auth: enAuth,
    dashboard: enDashboard,
    imports: enImports,
    level: enLevel,
    lookup: enLookup,
    shell: enShell,
    ui: enUi,
  },
};
