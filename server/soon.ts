/**
 * What `work` comes to, if it does within `ms`. For questions whose last answer will do: a database that hangs must not
 * hold up what is served from memory.
 * @throws Error of code ETIMEDOUT when it takes longer; `work` goes on by itself.
 */
export async function soon<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooLate(ms)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function tooLate(ms: number): Error {
  return Object.assign(new Error(`no answer within ${ms} ms`), { code: 'ETIMEDOUT' });
}
