// Walks the pages of a running server in real Chromium: first run, samples, story, proof, article, search, keys; with scripts off; at
// 320 px; dark. Looks for axe violations, outside requests, pages wider than the screen, layout shift, errors. Usage:
//   node check.mjs http://127.0.0.1:PORT [FOLDER FOR SCREENSHOTS]
// The server must be new, with an empty database. Exit code 1 if anything is amiss.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [home, shots] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const faults = [];
const fail = (where, what) => { faults.push(`${where}: ${what}`); console.log(`✗ ${where}: ${what}`); };
const ok = (what) => console.log(`✓ ${what}`);
const must = (where, is, what) => { if (!is) fail(where, what); return is; };

// Nothing waits for ever: a round that hangs has failed.
setTimeout(() => { console.log('✗ the round took longer than four minutes'); process.exit(1); }, 240000).unref();

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

const open = async (options) => {
  const context = await browser.newContext({ serviceWorkers: 'block', bypassCSP: true, ...options });
  const page = await context.newPage();
  page.on('request', (r) => { if (!r.url().startsWith(home) && !r.url().startsWith('data:')) fail(page.url(), `asks ${r.url()}`); });
  page.on('pageerror', (e) => fail(page.url(), `script error: ${e.message}`));
  page.on('console', (m) => { if (m.type() === 'error' && !m.text().includes('404')) fail(page.url(), m.text()); });
  return page;
};

// All rules on the wide page; what width and colours can change, on the others: the mark-up is the same.
const rules = {
  wide: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  narrow: { runOnly: { type: 'rule', values: ['target-size', 'scrollable-region-focusable', 'color-contrast', 'meta-viewport', 'bypass'] } },
  dark: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
};
const look = async (page, where, which = 'wide') => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  must(where, wide <= 0, `${wide} px wider than the screen`);
  await page.evaluate(axe);
  const result = await page.evaluate((chosen) => axe.run(document, chosen), rules[which]);
  for (const v of result.violations) fail(where, `axe ${v.id}: ${v.help} — ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join('; ')}`);
};

// What the pages link to of our own, so that a page added later is looked at too.
const linked = async (page, path) => {
  await page.goto(home + path);
  return page.$$eval('nav a[href^="/"], main a[href^="/"]', (links) => links.map((l) => l.getAttribute('href')))
    .then((all) => all.filter((href) => /^\/[a-z/-]*$/.test(href)));
};

const shot = async (page, name, options = {}) => { if (shots) await page.screenshot({ path: `${shots}/${name}.png`, ...options }); };

// 1. The round of a new reader.
const page = await open({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
await page.goto(home);
await look(page, 'first run');
await shot(page, 'first-run');
await page.click('form[action="/samples"] button');
// The page looks again by itself until the first stories are there.
await page.waitForSelector('.teaser.leads', { timeout: 90000 });
await look(page, 'front page');
await shot(page, 'front', { fullPage: true });
ok('first run, samples, front page');
await page.click('.teaser.leads h2 a');
await page.waitForSelector('.story');
await look(page, 'story');
await shot(page, 'story-page');
const proof = page.locator('details.why').nth(2);
await proof.locator('summary').first().click();
must('story', await proof.locator('.proof').first().isVisible(), 'a proof does not open');
await look(page, 'story with a proof open');
const story = new URL(page.url()).pathname;
await page.locator('table.accounts a.title').first().click();
await page.waitForSelector('.page-article');
await look(page, 'article');
await shot(page, 'article', { fullPage: true });
await page.uncheck('#show-quotes');
const article = new URL(page.url()).pathname;
ok('story, proof, article');
await page.fill('#find', 'ferry');
await page.press('#find', 'Enter');
await page.waitForSelector('mark');
await look(page, 'search');
await shot(page, 'search');
ok('search');

await page.goto(home + article + '?picture=1');
await page.goto(home + story);
await page.click('.take details summary');
must('story', await page.locator('.take a[href$="claims.csv"]').isVisible(), 'the data do not open');
await look(page, 'story with its data open');

// 2. Keys.
await page.goto(home);
await page.keyboard.press('j');
await page.keyboard.press('j');
await page.keyboard.press('o');
await page.waitForURL('**/stories/**');
await page.keyboard.press('g');
await page.keyboard.press('r');
await page.waitForURL('**/reader');
await page.goto(home + '/reader?list=all');
await page.keyboard.press('j');
await page.keyboard.press('s');
await page.waitForFunction(() => document.querySelector('.entry button[data-key=s]').value === 'unstar');
await page.goto(home + '/reader?list=starred');
must('keys', await page.locator('.entry').count() === 1, 'what was starred by key is not among the starred');
await page.keyboard.press('/');
must('keys', await page.evaluate(() => document.activeElement.id) === 'find', '/ does not lead to the search');
await page.keyboard.press('Escape');
await page.keyboard.press('?');
await page.waitForURL('**/help');
ok('keys j o g s / ?');

// 3. Every page: wide, narrow, dark.
const paths = ['/', ...await linked(page, '/settings'), ...await linked(page, '/feeds'), story, article, '/search', '/search?q=ferry', '/reader?list=all', '/reader?list=starred', '/feeds', '/settings', '/help',
  '/outlets?name=The+Calder+Ledger', '/speakers?name=Piers+Lockhart', '/?day=2026-01-01', '/?lang=de', '/?topic=politics', '/nowhere'].filter((p, i, all) => all.indexOf(p) === i);
await Promise.all(Object.entries({
  wide: { viewport: { width: 1280, height: 900 } },
  narrow: { viewport: { width: 320, height: 640 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
}).map(async ([name, options]) => {
  const each = await open(options);
  await each.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.shift += e.value; }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of paths) {
    await each.goto(home + path);
    await look(each, `${path} ${name}`, name);
    let shift = await each.evaluate(() => window.shift);
    // On a busy machine a page may be painted before all of it has come; what shifts by itself does so again.
    if (shift >= 0.01) { await each.reload(); shift = await each.evaluate(() => window.shift); }
    must(`${path} ${name}`, shift < 0.01, `layout shift ${shift}`);
  }
  await each.goto(home);
  await shot(each, `front-${name}`);
  if (name !== 'wide') { await each.goto(home + story); await shot(each, `story-${name}`); await each.goto(home + article); await shot(each, `article-${name}`); }
  for (const [path, file] of [['/reader?list=all', 'reader'], ['/feeds', 'feeds'], ['/settings', 'settings'], ['/help', 'help']]) {
    if (name === 'wide') { await each.goto(home + path); await shot(each, file); }
  }
  ok(`${paths.length} pages ${name}`);
  await each.context().close();
}));

// 4. In another language: the same pages, and nothing of the interface in the first one.
const german = await open({ viewport: { width: 1280, height: 900 }, locale: 'de-DE' });
for (const path of ['/', story, article, '/feeds']) {
  await german.goto(home + path);
  await look(german, `${path} German`);
  must(path, await german.evaluate(() => document.documentElement.lang) === 'de', 'is not in German');
}
ok('German');
await german.context().close();

// 5. With scripts off.
const plain = await open({ javaScriptEnabled: false });
await plain.goto(home + article);
const before = await plain.locator('.tools form button').first().getAttribute('aria-pressed');
await plain.click('.tools form button');
must('scripts off', await plain.locator('.tools form button').first().getAttribute('aria-pressed') !== before, 'starring does nothing');
await plain.goto(home + story);
await plain.click('.tools button[value=follow]');
must('scripts off', await plain.locator('.badge.follow').count() > 0, 'following does nothing');
await plain.goto(home + '/search?q=ferry');
must('scripts off', await plain.locator('mark').count() > 0, 'search finds nothing');
ok('scripts off: star, follow, search');

// 6. Without the server: the worker has fetched the last stories ahead, also those nobody opened.
if (process.env.SERVER_PID) {
  const device = await open({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'allow', bypassCSP: false });
  await device.goto(home);
  const paths = await device.$$eval('a[href^="/stories/"]', (links) => links.map((l) => l.getAttribute('href')).filter((h) => /^\/stories\/\w+$/.test(h)));
  must('offline', paths.length > 2, 'the front page has no stories');
  const kept = () => device.evaluate(async (all) => (await Promise.all(all.map((p) => caches.match(p)))).filter(Boolean).length, [...paths, '/offline.json']);
  for (let i = 0; i < 100 && await kept() <= paths.length; i++) await device.waitForTimeout(100);
  must('offline', await kept() > paths.length, `only ${await kept()} of ${paths.length} stories are kept`);
  process.kill(Number(process.env.SERVER_PID));
  const answers = () => fetch(home, { signal: AbortSignal.timeout(1000) }).then(() => true, () => false);
  for (let i = 0; i < 20 && await answers(); i++) await device.waitForTimeout(250);
  for (const path of ['/', paths.at(-1)]) {
    await device.goto(home + path);
    must(`offline ${path}`, await device.locator('.kept-note').isVisible(), 'does not say that it is a kept copy');
    must(`offline ${path}`, await device.locator(path === '/' ? '.teaser' : '.story').count() > 0, 'is not there');
    must(`offline ${path}`, await device.evaluate(() => [...document.styleSheets].some((s) => s.cssRules.length > 50)), 'has no style');
  }
  await shot(device, 'offline-story');
  await device.goto(home + '/search?q=ferry');
  must('offline', await device.locator('.lines a.title').count() >= paths.length / 2, 'a page that is not kept does not lead to those that are');
  await shot(device, 'offline');
  ok(`offline: ${paths.length} stories without the server`);
}

await browser.close();
console.log(faults.length ? `${faults.length} faults` : 'all well');
process.exit(faults.length ? 1 : 0);
