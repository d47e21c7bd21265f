import type { MessagePort } from 'node:worker_threads';

type Services<S> = { readonly [name in keyof S]: (...given: never[]) => Promise<unknown> };
interface Ask {
  readonly id: number;
  readonly name: string;
  readonly given: readonly unknown[];
}
interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly failed?: string;
}

/** Have what the other thread asks over `port` answered by these services. */
export function answerAsks<S extends Services<S>>(port: MessagePort, services: S): void {
  port.on('message', ({ id, name, given }: Ask) => {
    const service = services[name as keyof S] as unknown as (
      ...given: readonly unknown[]
    ) => Promise<unknown>;
    service(...given).then(
      (result) => port.postMessage({ id, result } satisfies Answer),
      (error) => port.postMessage({ id, failed: String(error) } satisfies Answer),
    );
  });
  port.unref();
}

/** The services of the thread at the other end of `port`. What fails there fails here, with its words. */
export function askOver<S extends Services<S>>(port: MessagePort): S {
  let asked = 0;
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  port.on('message', ({ id, result, failed }: Answer) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (failed === undefined) asker?.resolve(result);
    else asker?.reject(new Error(failed));
  });
  port.unref();
  return new Proxy({} as S, {
    get: (_services, name) =>
      typeof name === 'string' &&
      ((...given: unknown[]) =>
        new Promise((resolve, reject) => {
          asked += 1;
          waiting.set(asked, { resolve, reject });
          port.postMessage({ id: asked, name, given } satisfies Ask);
        })),
  });
}
