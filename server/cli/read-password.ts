import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { StartupError } from '@/server/startup-error';

/**
 * A new password: asked for twice without showing it on a terminal, else the first line of standard input.
 * @throws StartupError when the two differ or nothing comes.
 */
export async function readNewPassword(fromStdin: boolean): Promise<string> {
  if (fromStdin || !process.stdin.isTTY) return firstLine();
  const first = await askHidden('Password (at least 10 characters): ');
  if (first !== (await askHidden('The same again: '))) throw new StartupError('The two passwords differ.');
  return first;
}

/**
 * The password of an account that exists: asked for once without showing it on a terminal, else the first line of
 * standard input.
 * @throws StartupError when nothing comes.
 */
export function readPassword(name: string): Promise<string> {
  return process.stdin.isTTY ? askHidden(`Password of ${name}: `) : firstLine();
}

async function firstLine(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  const [line = ''] = Buffer.concat(chunks).toString('utf8').split(/\r?\n/);
  if (line === '') throw new StartupError('Give the password on standard input, on one line.');
  return line;
}

async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  const stopped = new Promise<never>((_resolve, reject) => {
    terminal.once('SIGINT', () => reject(new StartupError('Stopped; nothing was changed.')));
  });
  try {
    return await Promise.race([terminal.question(''), stopped]);
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
