/** A tree of texts. */
export interface TextTree {
  [key: string]: string | TextTree;
}

/** The parts of a tree that the dotted paths name, each at its place. @throws when a path leads nowhere. */
export function pickTexts(tree: object, paths: readonly string[]): TextTree {
  const picked: TextTree = {};
  for (const path of paths) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let from = tree as TextTree;
    let to = picked;
    for (const key of keys) {
      from = inside(from, key, path);
      const made = to[key];
      const next = typeof made === 'object' ? made : {};
      to[key] = next;
      to = next;
    }
    const part = from[last];
    if (part === undefined) throw new Error(`No texts at ${path}`);
    to[last] = part;
  }
  return picked;
}

function inside(tree: TextTree, key: string, path: string): TextTree {
  const part = tree[key];
  if (typeof part !== 'object') throw new Error(`No texts at ${path}`);
  return part;
}
