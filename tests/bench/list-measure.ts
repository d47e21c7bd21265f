// npm run -s list:measure [-- ROWS SEED]: how many honest and truncated lists the import would hold. Prints a table and one
// line of JSON; asserts nothing.
import { measureInvented } from './list-guard/run';

const [rows = 6, seed = 1] = process.argv.slice(2).map(Number);
const table = measureInvented(rows, seed);
const name = (text: string) => text.padEnd(56);
console.log(`${name('lists')} judged   held  share  reasons`);
const sorted = [...table].sort(([a], [b]) => (a < b ? -1 : 1));
for (const [kind, { judged, held, why }] of sorted) {
  const reasons = [...why].map(([code, count]) => `${code} ${count}`).join(', ');
  const share = ((100 * held) / judged).toFixed(1);
  console.log(
    `${name(kind)} ${String(judged).padStart(6)} ${String(held).padStart(6)} ${share.padStart(5)} %  ${reasons}`,
  );
}
const figures = sorted.map(([kind, { judged, held }]) => [kind, { judged, held }]);
console.log(JSON.stringify({ bench: 'list-guard', rows, seed, figures: Object.fromEntries(figures) }));
