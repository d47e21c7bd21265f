import { liesIn } from '@/domain/division/lies-in';

/** The roles of people, in the order in which screens offer them. */
export const ROLES = ['STAFF', 'PRESS', 'OFFICER', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

/** What a consuming system's key may be made for, as in the public contract. */
export const KEY_SCOPES = ['lookup:read', 'area:read', 'feed:read', 'stay:evaluate'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/**
 * How a capability is bounded. `place`: every division it touches must lie in the holder's own; what is not located is
 * for the whole nation. `nation`: only for whoever is bounded to no division. `none`: it touches no ground.
 */
export type Ground = 'place' | 'nation' | 'none';

interface Row {
  readonly zh: string;
  readonly en: string;
  readonly ground: Ground;
  readonly roles: readonly Role[];
  /** Scopes of a key that open it. */
  readonly scopes: readonly KeyScope[];
  /** Whether the system itself holds it: jobs, drills and commands at a terminal. */
  readonly system: boolean;
}

const EVERYONE: Pick<Row, 'roles' | 'system'> = { roles: ROLES, system: true };
const COMMAND = { ground: 'place', roles: ['OFFICER', 'ADMIN'], scopes: [], system: true } as const;
const ADMINISTRATION = { roles: ['ADMIN'], scopes: [], system: true } as const;

/** Every capability there is, and who holds it. Verbs, pages, the access tests and docs/capabilities.md read this table. */
export const CAPABILITIES = {
  'lookup-read': { zh: '查询', en: 'Look a place up', ground: 'none', scopes: ['lookup:read'], ...EVERYONE },
  'area-read': { zh: '查看风险区', en: 'See areas', ground: 'place', scopes: ['area:read'], ...EVERYONE },
  'feed-read': {
    ...{ zh: '读取变更流与快照', en: 'Read the change log and the snapshot' },
    ...{ ground: 'nation', scopes: ['feed:read'], ...EVERYONE },
  },
  'audit-read': { zh: '查看审计记录', en: 'See the audit trail of an area', ...COMMAND },
  designate: { zh: '划定风险区', en: 'Designate an area', ...COMMAND },
  'level-change': { zh: '调整等级', en: 'Raise or lower a level by decision', ...COMMAND },
  'level-withdraw': { zh: '撤回等级调整', en: 'Withdraw a change of level before its hour', ...COMMAND },
  'lowering-uphold': { zh: '维持已降等级', en: 'Uphold a lowering whose basis is lost', ...COMMAND },
  record: { zh: '登记感染者与筛查', en: 'Record infections and screening rounds', ...COMMAND },
  'record-withdraw': { zh: '撤销登记', en: 'Withdraw a record', ...COMMAND },
  'rule-lower': {
    ...{ zh: '按规则降级', en: 'Lower what the rule says is due' },
    ...{ ground: 'none', roles: [], scopes: [], system: true },
  },
  'import-offer': {
    ...{ zh: '提交名单试运行', en: 'Offer a list for its dry run, and see what lists left' },
    ...{ ...COMMAND, ground: 'none' },
  },
  'import-apply': { zh: '采用名单', en: 'Apply a list', ...COMMAND },
  'list-confirm': { zh: '确认暂存名单', en: 'Confirm a held list', ...COMMAND, system: false },
  'list-reject': { zh: '搁置暂存名单', en: 'Set a held list aside', ...COMMAND },
  'area-resolve': { zh: '指定区划', en: 'Say where an unresolved place lies', ...COMMAND },
  'account-manage': { zh: '管理账号', en: 'Manage accounts', ground: 'place', ...ADMINISTRATION },
  'key-manage': {
    zh: '管理接口密钥',
    en: 'Manage keys of other systems',
    ground: 'nation',
    ...ADMINISTRATION,
  },
  'home-set': {
    zh: '设定本级辖区',
    en: 'Say whose headquarters this is',
    ground: 'nation',
    ...ADMINISTRATION,
  },
  'clock-move': { zh: '调整演练时钟', en: 'Move a drill’s clock', ground: 'nation', ...ADMINISTRATION },
  'own-account': {
    ...{ zh: '本人账号', en: 'Sign in and out, change one’s own password' },
    ...{ ground: 'none', roles: ROLES, scopes: [], system: false },
  },
  'system-record': {
    ...{ zh: '系统自行记录', en: 'What the system records by itself' },
    ...{ ground: 'none', roles: [], scopes: [], system: true },
  },
} as const satisfies Record<string, Row>;

export type Capability = keyof typeof CAPABILITIES;

/** Whoever may hold capabilities: a person with a role, a system that holds a key, or this system itself. */
export type Holder =
  | { readonly kind: 'person'; readonly role: Role; readonly scope: string }
  | { readonly kind: 'key'; readonly scopes: readonly string[]; readonly scope: string }
  | { readonly kind: 'system'; readonly scope: string };

/** Whether a holder has the capability anywhere at all. */
export function may(who: Holder, capability: Capability): boolean {
  const { roles, scopes, system, ground }: Row = CAPABILITIES[capability];
  if (ground === 'nation' && who.scope !== '') return false;
  if (who.kind === 'person') return roles.includes(who.role);
  return who.kind === 'key' ? scopes.some((scope) => who.scopes.includes(scope)) : system;
}

/**
 * Whether a holder has the capability over a division.
 * @param path the division's path; null is a place that is not located.
 */
export function mayAt(who: Holder, capability: Capability, path: string | null): boolean {
  const { ground }: Row = CAPABILITIES[capability];
  return may(who, capability) && (ground === 'none' || liesIn(path, who.scope));
}
