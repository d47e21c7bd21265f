// This file and the entry scripts that import it keep to the syntax of Node 12, so that an old Node can still say
// what is wrong instead of failing on a token it does not know.

/** End the process with one sentence when this Node is older than the project needs. */
export function requireNode() {
  const parts = process.versions.node.split('.').map(Number);
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return;
  console.error(`Fengqu needs Node.js 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}
