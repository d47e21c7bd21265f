import { readFileSync } from 'node:fs';

const stoppers = new Set();
const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
let stopping = false;

async function stopAll(code) {
  if (stopping) return;
  stopping = true;
  await Promise.all([...stoppers].map((stop) => stop()));
  process.exit(code);
}

const handlers = Object.entries(CODES).map(([signal, code]) => [signal, () => stopAll(code)]);

/**
 * Have `stop` called, and waited for, when this process is told to end. Once nothing is left to stop, the signals are
 * free again (the server, which runs in this process, takes them over).
 * @returns a function that withdraws the wish.
 */
export function onStop(stop) {
  if (stoppers.size === 0) for (const [signal, handler] of handlers) process.on(signal, handler);
  stoppers.add(stop);
  return () => {
    stoppers.delete(stop);
    if (stoppers.size > 0 || stopping) return;
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}

/** The parent of a process and what it runs, from /proc; null where there is none. */
function readProcess(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    return {
      name: stat.slice(stat.indexOf('(') + 1, end),
      parent: Number(stat.slice(end + 2).split(' ')[1]),
    };
  } catch {
    return null;
  }
}

/** The processes above us up to npm: our parent, and its parent where npm's shell stands between. */
function ancestry() {
  const above = readProcess(process.ppid);
  return above && /^(sh|dash|bash|ash|busybox)$/.test(above.name)
    ? [process.ppid, above.parent]
    : [process.ppid];
}

/**
 * When npm started us and is killed, nobody tells us: notice that a parent is gone and end in order, as if by SIGTERM.
 * Started any other way (nohup, a service manager) the parent may go and we stay.
 */
export function stopWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const before = ancestry().join();
  const watch = setInterval(() => {
    if (ancestry().join() === before) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}
