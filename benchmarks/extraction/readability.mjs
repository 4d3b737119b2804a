// Measures Readability.js on linkedom over a folder of pages, as benchmarks/Stemma.Benchmarks measures Stemma:
// all pages in memory, rounds of warm-up, then the best of the measured rounds. Usage: node readability.mjs FOLDER [ROUNDS]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const [folder, rounds = '4'] = process.argv.slice(2);
const pages = readdirSync(folder).filter(f => f.endsWith('.html')).sort().map(f => readFileSync(join(folder, f), 'utf8'));
let best = Infinity;
let characters = 0;
for (let round = 0; round < Number(rounds) + 1; round++) {
  const start = process.hrtime.bigint();
  characters = 0;
  for (const page of pages) {
    try {
      characters += new Readability(parseHTML(page).document).parse()?.textContent.length ?? 0;
    } catch { /* a page it cannot read counts as read */ }
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (round > 0 && seconds < best) best = seconds;
}
console.log(`readability.js ${(pages.length / best).toFixed(1)} pages/s, ${characters} characters, peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
