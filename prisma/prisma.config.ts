import path from 'node:path';
import { defineConfig } from 'prisma/config';

// The CLI wants its engine binary even for `generate`, which does not run it; any existing file satisfies the check,
// so nothing is downloaded. Migrations run through the WebAssembly engine (server/db/schema-engine.ts).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= import.meta.filename;

export default defineConfig({
  schema: path.join(import.meta.dirname, 'schema'),
  migrations: { path: path.join(import.meta.dirname, 'migrations') },
});
