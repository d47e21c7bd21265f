/** Imports point one way: app → components, server → domain. See docs/architecture.md. */
const packages = (...names) => names.map((name) => `^node_modules/${name.replace('/', '\\/')}(/|$)`);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle hides which of its files can be read alone. Move what both need below both.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-knows-only-domain',
      comment: 'The rules run in browser, server and tests alike; what they need is passed in.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: ['^domain/', ...packages('temporal-polyfill', 'pinyin-pro', 'zod', 'jsonc-parser')] },
    },
    {
      name: 'components-know-neither-server-nor-app',
      comment: 'A component is handed its data; a page in app/ loads it through server/.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(server|app|prisma|scripts|tests)/' },
    },
    {
      name: 'components-run-in-the-browser',
      comment: 'Database, file system and process belong to server/.',
      severity: 'error',
      from: { path: '^components/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-knows-neither-app-nor-components',
      comment: 'Services stand behind every door, so they cannot know one of them.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(app|components|scripts|tests)/' },
    },
    {
      name: 'pages-hold-no-query',
      comment: 'A page loads through a service of server/; only server/ speaks to the database.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: ['^server/db/', ...packages('pg', '@prisma/client', '@prisma/adapter-pg', 'pg-boss')] },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that resolves to nothing fails only when it is reached.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^server/db/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
    },
  },
};
