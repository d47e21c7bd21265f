import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type EndTurn, pageTurns } from '@/server/http/pages/page-turns';

const LONG = 600_000;
const limits = { atOnce: 1, waiting: 3, patienceMs: LONG, heldMs: LONG };
const answer = () => new EventEmitter() as ServerResponse;

/** Ask for a turn and write down the name when it comes. */
function asker(turn: ReturnType<typeof pageTurns>) {
  const came: string[] = [];
  const ends = new Map<string, EndTurn>();
  const ask = (name: string) => {
    const response = answer();
    const settled = turn(response).then(
      (end) => {
        came.push(end ? name : `${name} gone`);
        if (end) ends.set(name, end);
      },
      (error: { kind: string }) => came.push(`${name} ${error.kind}`),
    );
    return { response, settled };
  };
  const known = async () => {
    await turnOfTheLoop();
    await turnOfTheLoop();
    return came;
  };
  return { ask, known, end: (name: string) => ends.get(name)?.() };
}

describe('turns of pages', () => {
  it('come one at a time, in the order of asking', async () => {
    const { ask, known, end } = asker(pageTurns(limits));
    for (const name of ['a', 'b', 'c']) ask(name);
    expect(await known()).toEqual(['a']);
    end('a');
    end('a');
    expect(await known()).toEqual(['a', 'b']);
    end('b');
    expect(await known()).toEqual(['a', 'b', 'c']);
    end('c');
    await known();
    ask('d');
    expect(await known()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('come a few at a time where a few may', async () => {
    const { ask, known, end } = asker(pageTurns({ ...limits, atOnce: 2 }));
    for (const name of ['a', 'b', 'c', 'd']) ask(name);
    expect(await known()).toEqual(['a', 'b']);
    end('b');
    expect(await known()).toEqual(['a', 'b', 'c']);
    end('a');
    end('c');
    expect(await known()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are refused at once when as many wait as may', async () => {
    const { ask, known, end } = asker(pageTurns(limits));
    for (const name of ['a', 'b', 'c', 'd', 'e']) ask(name);
    expect(await known()).toEqual(['a', 'e temporarily-unavailable']);
    end('a');
    await known();
    ask('f');
    expect(await known()).toEqual(['a', 'e temporarily-unavailable', 'b']);
  });

  it('are not kept for a client that has gone, waiting or being answered', async () => {
    const { ask, known } = asker(pageTurns(limits));
    const first = ask('a');
    const second = ask('b');
    ask('c');
    second.response.emit('close');
    expect(await known()).toEqual(['a', 'b gone']);
    first.response.emit('close');
    expect(await known()).toEqual(['a', 'b gone', 'c']);
  });

  it('are refused after waiting too long, and what comes later is not held up by it', async () => {
    const { ask, known, end } = asker(pageTurns({ ...limits, patienceMs: 20 }));
    ask('a');
    await ask('b').settled;
    expect(await known()).toEqual(['a', 'b temporarily-unavailable']);
    end('a');
    await known();
    ask('c');
    expect(await known()).toEqual(['a', 'b temporarily-unavailable', 'c']);
  });

  it('are passed on when one lasts: it waits for something else than the processor', async () => {
    const { ask, known } = asker(pageTurns({ ...limits, heldMs: 20 }));
    ask('a');
    await ask('b').settled;
    expect(await known()).toEqual(['a', 'b']);
  });
});
