import path from 'node:path';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./app/i18n/request.ts');

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

export default withNextIntl(config);
