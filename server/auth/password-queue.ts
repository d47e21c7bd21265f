import { processWide } from '@/server/process-wide';

/** Who waits to have a password checked. */
export interface Comer {
  /** Counted address; '' for none. */
  readonly address: string;
  /** Whether the device is known for the account: such people go first. */
  readonly known: boolean;
}

interface Waiting extends Comer {
  readonly start: () => void;
}

/**
 * A check takes 19 MiB and one core for some 30 ms. Strangers get one core at most, people on their own devices a second
 * one; what waits is answered within about two seconds, and what cannot be is told so at once.
 */
const AT_WORK = { strangers: 1, all: 2 };
const WAITING = { strangers: 40, known: 40, address: 8 };

const queue = processWide('password-queue', () => ({
  working: { strangers: 0, all: 0 },
  waiting: [] as Waiting[],
}));

/**
 * Check a password when it is this comer's turn.
 * @returns what `check` comes to, or null when so many wait already that this one had better come again.
 */
export async function takeTurn<T>(comer: Comer, check: () => Promise<T>): Promise<T | null> {
  if (!mayStart(comer)) {
    if (isFull(comer)) return null;
    await new Promise<void>((start) => queue.waiting.push({ ...comer, start }));
  } else count(comer, 1);
  try {
    return await check();
  } finally {
    count(comer, -1);
    startNext();
  }
}

function mayStart({ known }: Comer): boolean {
  const { working } = queue;
  return working.all < AT_WORK.all && (known || working.strangers < AT_WORK.strangers);
}

function isFull({ known, address }: Comer): boolean {
  const alike = queue.waiting.filter((other) => other.known === known);
  if (known) return alike.length >= WAITING.known;
  const fromThere = alike.filter((other) => other.address === address);
  return alike.length >= WAITING.strangers || fromThere.length >= WAITING.address;
}

function count({ known }: Comer, by: 1 | -1): void {
  queue.working.all += by;
  if (!known) queue.working.strangers += by;
}

function startNext(): void {
  const first = (known: boolean) =>
    queue.waiting.findIndex((other) => other.known === known && mayStart(other));
  const index = Math.max(first(true), -1) >= 0 ? first(true) : first(false);
  const [next] = index >= 0 ? queue.waiting.splice(index, 1) : [];
  if (!next) return;
  count(next, 1);
  next.start();
}
