import { describe, expect, it } from 'vitest';
import {
  CAPABILITIES,
  type Capability,
  type Ground,
  KEY_SCOPES,
  may,
  mayAt,
  ROLES,
  type Role,
} from '@/domain/access/capabilities';

const ALL = ['STAFF', 'PRESS', 'OFFICER', 'ADMIN'] as const;
const COMMAND = ['OFFICER', 'ADMIN'] as const;

/** Who is to hold what, typed by hand: people by role, keys by scope, the system. */
const WANTED: Record<Capability, [Ground, readonly Role[], readonly string[], system: boolean]> = {
  'lookup-read': ['none', ALL, ['lookup:read'], true],
  'area-read': ['place', ALL, ['area:read'], true],
  'feed-read': ['nation', ALL, ['feed:read'], true],
  'audit-read': ['place', COMMAND, [], true],
  designate: ['place', COMMAND, [], true],
  'level-change': ['place', COMMAND, [], true],
  'level-withdraw': ['place', COMMAND, [], true],
  'lowering-uphold': ['place', COMMAND, [], true],
  record: ['place', COMMAND, [], true],
  'record-withdraw': ['place', COMMAND, [], true],
  'rule-lower': ['none', [], [], true],
  'import-offer': ['none', COMMAND, [], true],
  'import-apply': ['place', COMMAND, [], true],
  'list-confirm': ['place', COMMAND, [], false],
  'list-reject': ['place', COMMAND, [], true],
  'area-resolve': ['place', COMMAND, [], true],
  'account-manage': ['place', ['ADMIN'], [], true],
  'key-manage': ['nation', ['ADMIN'], [], true],
  'home-set': ['nation', ['ADMIN'], [], true],
  'clock-move': ['nation', ['ADMIN'], [], true],
  'own-account': ['none', ALL, [], false],
  'system-record': ['none', [], [], true],
};
const CASES = Object.entries(WANTED) as [Capability, (typeof WANTED)[Capability]][];

const WEIFANG = '370000/370700/';
const INSIDE = '370000/370700/370703/';
const OUTSIDE = '150000/150100/';

describe.each(CASES)('%s', (capability, [ground, roles, scopes, system]) => {
  it.each(ROLES)(
    'for %s, in their division, outside it, where nothing is located, and in the nation',
    (role) => {
      const bounded = { kind: 'person', role, scope: WEIFANG } as const;
      const nation = { ...bounded, scope: '' };
      const has = roles.includes(role);
      const anywhere = ground === 'none';
      expect(may(bounded, capability)).toBe(has && ground !== 'nation');
      expect(mayAt(bounded, capability, INSIDE)).toBe(has && ground !== 'nation');
      expect(mayAt(bounded, capability, OUTSIDE)).toBe(has && anywhere);
      expect(mayAt(bounded, capability, '370000/')).toBe(has && anywhere);
      expect(mayAt(bounded, capability, null)).toBe(has && anywhere);
      for (const path of [INSIDE, OUTSIDE, null]) expect(mayAt(nation, capability, path)).toBe(has);
    },
  );

  it('for a key of each scope, and for the system', () => {
    for (const scope of KEY_SCOPES) {
      const key = { kind: 'key', scopes: [scope], scope: '' } as const;
      expect([scope, mayAt(key, capability, OUTSIDE)]).toEqual([scope, scopes.includes(scope)]);
    }
    expect(mayAt({ kind: 'system', scope: '' }, capability, OUTSIDE)).toBe(system);
  });
});

it('docs/capabilities.md is this table', async () => {
  await expect(documented()).toMatchFileSnapshot('../../../docs/capabilities.md');
});

function documented(): string {
  const yes = (holds: boolean) => (holds ? '●' : '');
  const where: Record<Ground, string> = { place: 'own division', nation: 'whole nation', none: '' };
  const rows = (Object.keys(CAPABILITIES) as Capability[]).map((name) => {
    const { zh, en, ground, ...row } = CAPABILITIES[name];
    const roles: readonly Role[] = row.roles;
    const cells = [`\`${name}\``, zh, en, where[ground], ...ROLES.map((role) => yes(roles.includes(role)))];
    return `| ${[...cells, row.scopes.map((scope) => `\`${scope}\``).join(' '), yes(row.system)].join(' | ')} |`;
  });
  return `# Capabilities

Who may do what. Made from \`domain/access/capabilities.ts\`; \`tests/unit/access/capabilities.test.ts\` holds both together
(\`npx vitest run --project unit tests/unit/access -u\` writes this page anew). *Own division*: every division that is touched
must lie in the person's own, and what is not located is for the whole nation. *Whole nation*: only for those bounded to no
division. Where the column is empty no ground is touched. A key is its scopes and has no role; it is bounded to no division.

| capability | 中文 | meaning | bounded to | ${ROLES.join(' | ')} | key | system |
|---|---|---|---|${ROLES.map(() => ':-:|').join('')}---|:-:|
${rows.join('\n')}
`;
}
