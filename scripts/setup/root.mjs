import path from 'node:path';

/** The folder that holds package.json. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** A path below the project's folder. */
export const below = (...parts) => path.join(ROOT, ...parts);
