import path from 'node:path';
import { defineConfig } from 'vitest/config';

// Limits end what hangs, and nothing else: on a machine that is busy with other work a test takes ten times as long.
const limits = { testTimeout: 600_000, hookTimeout: 600_000 };
const alias = { '@': path.resolve(import.meta.dirname) };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], ...limits },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/integration/database.ts'],
          ...limits,
          // Each file has a database of its own; while one waits the other works.
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'real',
          include: ['tests/real/**/*.test.ts'],
          ...limits,
        },
      },
    ],
  },
});
