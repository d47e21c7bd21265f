/**
 * A value that exists once in the process. Next bundles a copy of our modules beside the server's own, so a module
 * variable would exist twice: a sign-out in a page must be seen by the API in the same process.
 */
export function processWide<T>(name: string, make: () => T): T {
  const key = Symbol.for(`fengqu.${name}`);
  const holder = globalThis as { [key: symbol]: unknown };
  holder[key] ??= make();
  return holder[key] as T;
}
