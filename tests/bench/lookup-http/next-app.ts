import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { type Contender, startContender } from './contender';

const ROUTE = `import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../../prisma-client.mjs';

const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL, max: 20 }) });

export const dynamic = 'force-dynamic';

export async function GET(request) {
  const nameKey = new URL(request.url).searchParams.get('q') ?? '';
  const areas = await prisma.area.findMany({
    where: { authorityId: 'national', nameKey },
    take: 20,
    include: { division: true, designations: { where: { recordedTo: null } } },
  });
  return Response.json({ areas });
}
`;
const CONFIG = (root: string) =>
  `export default { turbopack: { root: ${JSON.stringify(root)} }, serverExternalPackages: ['@prisma/client', '@prisma/adapter-pg', 'pg'] };\n`;

/**
 * The usual way: a Next route handler with one Prisma query, found by an index. It finds area names in one spelling
 * and nothing else. Made under the cache folder of the packages, built, and started.
 */
export async function startNextApp(
  root: string,
  folder: string,
  databaseUrl: string,
  port: number,
): Promise<Contender> {
  rmSync(path.join(folder, 'app'), { recursive: true, force: true });
  mkdirSync(path.join(folder, 'app', 'api', 'lookup'), { recursive: true });
  writeFileSync(path.join(folder, 'app', 'api', 'lookup', 'route.js'), ROUTE);
  writeFileSync(path.join(folder, 'next.config.mjs'), CONFIG(root));
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  await build({
    entryPoints: [path.join(root, 'server', 'db', 'generated', 'client.ts')],
    outfile: path.join(folder, 'prisma-client.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const quiet = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' as const };
  const env = { ...process.env, ...quiet, DATABASE_URL: databaseUrl };
  const made = spawnSync(process.execPath, [next, 'build'], { cwd: folder, env, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`next build failed:\n${made.stdout}${made.stderr}`);
  const command = [process.execPath, next, 'start', '--hostname', '127.0.0.1', '--port', String(port)];
  return startContender(command, { cwd: folder, env, ready: new RegExp(`(${port})[\\s\\S]*Ready in`) });
}
