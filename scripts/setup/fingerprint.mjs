import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { below } from './root.mjs';

function* filesOf(name) {
  const found = statSync(below(name), { throwIfNoEntry: false });
  if (found?.isFile()) yield name;
  if (!found?.isDirectory()) return;
  for (const entry of readdirSync(below(name)).sort()) {
    if (entry !== 'generated' && !entry.startsWith('.')) yield* filesOf(path.join(name, entry));
  }
}

/**
 * One text for the contents of files and folders (generated and hidden ones left out), and for further facts such as
 * versions. A thousand sources take about a tenth of a second.
 */
export function fingerprint(names, facts = []) {
  const hash = createHash('sha256').update(JSON.stringify(facts));
  for (const name of names) {
    for (const file of filesOf(name)) hash.update(`\0${file}\0`).update(readFileSync(below(file)));
  }
  return hash.digest('hex');
}

/** Whether `stampFile` says that `output` was made from what `print` stands for. */
export function isCurrent(stampFile, output, print) {
  try {
    return statSync(below(output)).isFile() && readFileSync(below(stampFile), 'utf8') === print;
  } catch {
    return false;
  }
}

/** Note what an output was made from. */
export function writeStamp(stampFile, print) {
  mkdirSync(path.dirname(below(stampFile)), { recursive: true });
  writeFileSync(below(stampFile), print);
}
