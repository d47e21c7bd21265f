import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { StartupError } from './startup-error';

/** The project's root: the nearest folder above this file that holds package.json and prisma/. */
export const PROJECT_ROOT = findRoot(import.meta.dirname);

const onOff = z.enum(['on', 'off'], { error: '"on" or "off"' }).transform((value) => value === 'on');

const schema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test'], { error: 'production, development or test' }),
  PORT: z.coerce
    .number({ error: 'a port number from 0 to 65535' })
    .int('a port number from 0 to 65535')
    .min(0, 'a port number from 0 to 65535')
    .max(65535, 'a port number from 0 to 65535'),
  HOST: z.string().min(1, 'an address to listen on, such as 127.0.0.1 or 0.0.0.0'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'a PostgreSQL address such as postgresql://user:password@host:5432/name')
    .optional(),
  DATA_DIR: z
    .string()
    .min(1, 'a folder')
    .transform((value) => path.resolve(value)),
  SESSION_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  PUBLIC_LOOKUP: onOff,
  PUBLIC_URL: z.url('an address such as https://fengqu.example.cn').optional(),
  DOWNGRADE_EVERY_MINUTES: z.coerce
    .number({ error: 'a whole number from 1 to 59' })
    .int('a whole number from 1 to 59')
    .min(1, 'a whole number from 1 to 59')
    .max(59, 'a whole number from 1 to 59'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
    error: 'fatal, error, warn, info, debug or silent',
  }),
});

/** Everything the environment decides. The only place that reads it. */
export type Config = Readonly<z.output<typeof schema>>;

const defaults = {
  NODE_ENV: 'production',
  PORT: '3000',
  HOST: '127.0.0.1',
  DATA_DIR: path.join(PROJECT_ROOT, '.data'),
  PUBLIC_LOOKUP: 'off',
  DOWNGRADE_EVERY_MINUTES: '5',
  LOG_LEVEL: 'warn',
};

/**
 * Read and check the configuration.
 * @param overrides values that stand before the environment's.
 * @param fallbacks values that stand where the environment says nothing.
 * @throws StartupError naming each wrong variable and what it should be.
 */
export function readConfig(
  overrides: Partial<Record<keyof Config, string>> = {},
  fallbacks: Partial<Record<keyof Config, string>> = {},
): Config {
  const given: Record<string, string | undefined> = { ...defaults, ...fallbacks };
  for (const key of Object.keys(schema.shape)) {
    const value = process.env[key];
    if (value !== undefined && value !== '') given[key] = value;
  }
  const parsed = schema.safeParse({ ...given, ...overrides });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} should be ${issue.message}`);
  throw new StartupError(`Configuration: ${faults.join('; ')}.`);
}

/**
 * Set what next-auth reads from the environment by itself. Without a public address it answers under whichever name it
 * was asked, so that localhost and 127.0.0.1 both work.
 */
export function configureNextAuth(secret: string, publicUrl: string | undefined): void {
  process.env.NEXTAUTH_SECRET = secret;
  if (publicUrl) process.env.NEXTAUTH_URL = publicUrl;
  else delete process.env.NEXTAUTH_URL;
  process.env.AUTH_TRUST_HOST = 'true';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
}

/** The language of commands: English where the terminal's locale asks for it, else Chinese. */
export function terminalLanguage(): 'zh' | 'en' {
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  return /^(?!zh|c\b|posix)[a-z]{2}/i.test(locale) ? 'en' : 'zh';
}

function findRoot(from: string): string {
  let folder = from;
  while (!(existsSync(path.join(folder, 'package.json')) && existsSync(path.join(folder, 'prisma')))) {
    const parent = path.dirname(folder);
    if (parent === folder) return process.cwd();
    folder = parent;
  }
  return folder;
}
