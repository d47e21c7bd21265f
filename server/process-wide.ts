/**
 * A value that exists once in the thread. Next bundles a copy of our modules beside the server's own, so a module
 * variable would exist twice. Each thread has its own; what one must learn from the other goes by `between-threads.ts`.
 */
export function processWide<T>(name: string, make: () => T): T {
  const key = Symbol.for(`fengqu.${name}`);
  const holder = globalThis as { [key: symbol]: unknown };
  holder[key] ??= make();
  return holder[key] as T;
}
