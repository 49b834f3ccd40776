// Looks at what plan draws: node look.js MODULES CHROMIUM FOLDER PICTURES
// FOLDER holds plan.json, plan.html and plan.mmd of one and the same plan.
'use strict';
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');

const [modules, chromium, folder, pictures] = process.argv.slice(2);
const WIDTHS = [1280, 390];
const FEWEST_WORKLOADS = 20;
let passed = 0;
let failed = 0;

function check(what, holds, detail = '') {
  console.log(`${holds ? 'ok' : 'FAILED'}: ${what}${holds || !detail ? '' : ': ' + detail}`);
  if (holds) passed++;
  else failed++;
}

const read = (name) => fs.readFileSync(path.join(folder, name), 'utf8');

/** Every text of the JSON that a reader of the page should find there, as it is. */
function texts(node, key) {
  if (typeof node === 'string') return ['outcome', 'limit'].includes(key) || node === '' ? [] : [node];
  if (Array.isArray(node)) return node.flatMap((item) => texts(item, key));
  if (node && typeof node === 'object') {
    const change = 'item' in node;
    return Object.entries(node).flatMap(([name, value]) => (change && name === 'kind' ? [] : texts(value, name)));
  }
  return [];
}

const flat = (text) => text.replace(/\s+/g, ' ');

async function lookAtPage(browser, plan) {
  const missing = new Set(plan.workloads.flatMap((workload) => texts(workload)));
  for (const width of WIDTHS) {
    const page = await browser.newPage();
    const asked = [];
    const complaints = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.setViewport({ width, height: 900 });
    await page.goto(pathToFileURL(path.join(folder, 'plan.html')).href, { waitUntil: 'networkidle0' });
    check(`at ${width} pixels the page asks for nothing but itself`, asked.length === 1, asked.join(' '));
    check('  and the browser has nothing to complain of', complaints.length === 0, complaints.join('; '));
    const [wide, cut] = await page.evaluate(() => [
      document.documentElement.scrollWidth - document.documentElement.clientWidth,
      [...document.querySelectorAll('main *, header *')].filter(
        (element) => !element.closest('pre') && element.getBoundingClientRect().right > innerWidth + 1).length,
    ]);
    check('  nothing stands out on the right', wide <= 0 && cut === 0, `${wide} pixels, ${cut} elements`);
    const boxes = await page.$$eval('.box', (all) => all.filter((box) => box.getBoundingClientRect().height > 20).length);
    const containers = plan.workloads.reduce((sum, workload) => sum + (workload.pod ? workload.pod.containers.length : 0), 0);
    check(`  ${containers} containers are drawn`, boxes === containers, String(boxes));
    await page.$$eval('details', (all) => all.forEach((one) => { one.open = true; }));
    const text = flat(await page.evaluate(() => document.body.innerText));
    for (const said of [...missing]) if (text.includes(flat(said).trim())) missing.delete(said);
    check('  what the JSON says stands on it', missing.size === 0, [...missing].slice(0, 5).join(' | '));
    await page.$$eval('details', (all) => all.forEach((one, at) => { one.open = at === 0; }));
    await page.screenshot({ path: path.join(pictures, `plan-${width}.png`), fullPage: true });
    await page.close();
  }
}

async function drawChart(browser, plan) {
  const page = await browser.newPage();
  await page.goto('about:blank');
  await page.addScriptTag({ path: path.join(modules, 'mermaid/dist/mermaid.min.js') });
  const drawn = await page.evaluate(async (chart) => {
    mermaid.initialize({ startOnLoad: false, maxTextSize: 1e6, maxEdges: 5000 });
    try {
      await mermaid.parse(chart);
      const { svg } = await mermaid.render('chart', chart);
      document.body.innerHTML = svg;
      return { text: document.body.innerText, nodes: document.querySelectorAll('.node').length };
    } catch (error) {
      return { error: String(error) };
    }
  }, read('plan.mmd'));
  check('the real Mermaid reads and draws the chart', !drawn.error, drawn.error);
  const pods = plan.workloads.filter((w) => w.pod && [...w.pod.containers, ...w.pod.volumes].some((item) => item.injected));
  const nodes = pods.reduce((sum, w) => sum + w.pod.containers.length + w.pod.volumes.length, 0);
  check(`  ${nodes} containers and volumes`, drawn.nodes === nodes, String(drawn.nodes));
  const names = pods.flatMap((w) => [w.name, ...w.pod.containers.map((c) => c.image)]).filter((name) => name);
  const lost = names.filter((name) => !flat(drawn.text || '').includes(name));
  check('  with their names and images, to the letter', lost.length === 0, lost.join(' | '));
  await page.screenshot({ path: path.join(pictures, 'chart.png') });
  await page.close();
}

(async () => {
  const puppeteer = await import(pathToFileURL(path.join(modules, 'puppeteer-core/lib/esm/puppeteer/puppeteer-core.js')).href)
    .catch(() => require(path.join(modules, 'puppeteer-core')));
  const plan = JSON.parse(read('plan.json'));
  check(`there are ${plan.totals.workloads} workloads`, plan.totals.workloads >= FEWEST_WORKLOADS);
  const browser = await (puppeteer.default || puppeteer).launch({
    executablePath: chromium, headless: true, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    await lookAtPage(browser, plan);
    await drawChart(browser, plan);
  } finally {
    await browser.close();
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
})();
