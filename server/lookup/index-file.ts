import { open, rename, rm } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;
const TYPES = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array };

/** Stands for an array in the described structure: its bytes follow behind, at `start`. */
interface Place {
  array: keyof typeof TYPES;
  start: number;
  length: number;
}

const HEAD_BYTES = 16;
const MAGIC = 0x464e4758;

/**
 * Write plain data with large typed arrays to a file: the structure first, the bytes of the arrays behind it, as they
 * lie in memory. Readers see the whole file or none.
 * @throws Error when it cannot be written, or when the data hold what is no plain data (a function, say).
 */
export async function writeIndexFile(file: string, data: object): Promise<void> {
  const arrays: Numbers[] = [];
  let end = 0;
  const described = serialize(
    outline(data, (array) => {
      const start = end;
      arrays.push(array);
      end = aligned(start + array.byteLength);
      return start;
    }),
  );
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(MAGIC, 0);
  head.writeUInt32LE(described.length, 4);
  head.writeDoubleLE(end, 8);
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writev([head, described, Buffer.alloc(aligned(described.length) - described.length)]);
    for (const array of arrays) {
      const bytes = Buffer.from(array.buffer, array.byteOffset, array.byteLength);
      const rest = Buffer.alloc(aligned(bytes.length) - bytes.length);
      await handle.writev([bytes, rest]);
    }
    await handle.close();
    await rename(temporary, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * What `writeIndexFile` wrote. All arrays share one block of memory, filled by one read, which threads can share.
 * @throws Error when the file is missing, cut short, or not one of ours.
 */
export async function readIndexFile(file: string): Promise<unknown> {
  const handle = await open(file, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    await handle.read(head, 0, HEAD_BYTES, 0);
    if (head.readUInt32LE(0) !== MAGIC) throw new Error(`${file} is not an index`);
    const described = Buffer.alloc(head.readUInt32LE(4));
    const size = head.readDoubleLE(8);
    const start = HEAD_BYTES + aligned(described.length);
    if ((await handle.stat()).size !== start + size) throw new Error(`${file} is cut short`);
    await handle.read(described, 0, described.length, HEAD_BYTES);
    const block = new SharedArrayBuffer(size);
    for (let done = 0; done < size; ) {
      const { bytesRead } = await handle.read(new Uint8Array(block, done), { position: start + done });
      if (bytesRead === 0) throw new Error(`${file} is cut short`);
      done += bytesRead;
    }
    return restored(deserialize(described), block);
  } finally {
    await handle.close();
  }
}

/** The same plain data with all its typed arrays in one block of memory that threads can share. */
export function inSharedMemory<Data extends object>(data: Data): Data {
  const arrays: { array: Numbers; start: number }[] = [];
  let end = 0;
  const described = outline(data, (array) => {
    const start = end;
    arrays.push({ array, start });
    end = aligned(start + array.byteLength);
    return start;
  });
  const block = new SharedArrayBuffer(end);
  for (const { array, start } of arrays) {
    new Uint8Array(block, start, array.byteLength).set(
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
    );
  }
  return restored(described, block) as Data;
}

/** The structure with every typed array replaced by the place of its bytes. Maps and lists stay as they are. */
function outline(value: unknown, place: (array: Numbers) => number): unknown {
  if (ArrayBuffer.isView(value)) {
    const array = value as Numbers;
    const name = array.constructor.name as keyof typeof TYPES;
    if (!(name in TYPES)) throw new Error(`cannot store a ${name}`);
    return { array: name, start: place(array), length: array.length } satisfies Place;
  }
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, outline(inner, place)]));
}

function restored(value: unknown, block: ArrayBufferLike): unknown {
  if (!isPlain(value)) return value;
  if ('array' in value && 'start' in value) {
    const { array, start, length } = value as unknown as Place;
    // The library's types know of no array over shared memory in a union of constructors.
    return new TYPES[array](block as ArrayBuffer, start, length);
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, restored(inner, block)]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;
