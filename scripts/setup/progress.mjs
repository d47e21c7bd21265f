const FRAMES = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
const SIGN_OF_LIFE_MS = 20_000;

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Tells a person what runs and for how long: a spinner on a terminal, plain lines elsewhere (with a sign of life every
 * 20 seconds). Several steps may run at once.
 */
export function makeProgress(stream = process.stdout) {
  const running = new Map();
  let frame = 0;
  let timer;

  const wipe = () => stream.isTTY && stream.write('\r\x1b[2K');
  const draw = () => {
    if (!stream.isTTY || running.size === 0) return;
    const titles = [...running].map(([title, step]) => `${title} ${seconds(step.since)}`).join(' · ');
    stream.write(
      `\r\x1b[2K${FRAMES[frame++ % FRAMES.length]} ${titles}`.slice(0, (stream.columns || 80) + 4),
    );
  };
  const live = () => {
    if (stream.isTTY) return draw();
    for (const [title, step] of running) {
      if (performance.now() - step.told < SIGN_OF_LIFE_MS) continue;
      step.told = performance.now();
      stream.write(`… ${title} (${seconds(step.since)})\n`);
    }
  };
  const print = (line) => {
    wipe();
    stream.write(`${line}\n`);
    draw();
  };

  return {
    print,
    /** Run `work` under a title; `remarkOf` may turn its result into a remark for the closing line. */
    async step(title, work, remarkOf = () => '') {
      const since = performance.now();
      running.set(title, { since, told: since });
      if (!stream.isTTY) print(`… ${title}`);
      timer ??= setInterval(live, stream.isTTY ? 120 : 1_000);
      let mark = '✗';
      let remark = '';
      try {
        const result = await work();
        remark = remarkOf(result);
        mark = result?.failed > 0 ? '✗' : '✓';
        return result;
      } finally {
        running.delete(title);
        if (running.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
        print(`${mark} ${title}${remark && ` — ${remark}`} (${seconds(since)})`);
      }
    },
  };
}
