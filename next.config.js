import path from 'node:path';
import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';

/** @type {import('next').NextConfig} */
const config = {
  // Fastify owns the port and sends its own headers.
  poweredByHeader: false,
  compress: true,
  reactStrictMode: true,
  typedRoutes: false,
  // `npm test` runs the type checker over the whole project; a second run inside the build would only slow the demo.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@prisma/client',
    '@prisma/adapter-pg',
    'pg',
    'pg-boss',
    '@node-rs/argon2',
    'pinyin-pro',
  ],
  experimental: { optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'] },
  turbopack: { root: path.resolve(import.meta.dirname) },
};

/**
 * The plugin only tells the bundler where the texts are. A server that runs has no use for it, and it brings a watcher of
 * files in native code that loads once in a process: a second thread for pages could not begin with it.
 */
export default async function configOf(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return config;
  const { default: createNextIntlPlugin } = await import('next-intl/plugin');
  return createNextIntlPlugin('./app/i18n/request.ts')(config);
}
