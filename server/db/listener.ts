import pg from 'pg';

const PATIENCE_MS = 5_000;
const AGAIN_MS = 2_000;

/**
 * Listen to a channel, and again after every loss of the connection. A notification only wakes: `woken` is also called
 * after each new connection, without a payload, for what was told while nobody listened.
 * @returns once the first attempt has ended, a function that stops listening.
 */
export async function listenTo(
  url: string,
  channel: 'fengqu_log' | 'fengqu_clock',
  woken: (payload: string | null) => void,
): Promise<() => Promise<void>> {
  let listener: pg.Client | null = null;
  let stopped = false;
  const listen = async () => {
    if (listener || stopped) return;
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      keepAlive: true,
    });
    listener = client;
    const lost = () => {
      if (listener === client) listener = null;
      void client.end().catch(() => undefined);
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ payload }) => woken(payload ?? ''));
    await client
      .connect()
      .then(() => client.query(`listen ${channel}`))
      .then(() => woken(null))
      .catch(lost);
  };
  await listen();
  const again = setInterval(() => void listen(), AGAIN_MS);
  return async () => {
    stopped = true;
    clearInterval(again);
    await listener?.end().catch(() => undefined);
  };
}
