/** Memory for the latest recorded instant, for all threads of the process. */
export function recordedMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
}

/** The latest recorded instant (epoch ms) that any thread of the process knows of; it only rises. */
export function sharedRecorded(memory: SharedArrayBuffer): { at: number } {
  const cell = new BigInt64Array(memory);
  return {
    get at() {
      return Number(Atomics.load(cell, 0));
    },
    set at(instant) {
      const next = BigInt(Math.trunc(instant));
      for (let known = Atomics.load(cell, 0); known < next; ) {
        const found = Atomics.compareExchange(cell, 0, known, next);
        if (found === known) return;
        known = found;
      }
    },
  };
}
