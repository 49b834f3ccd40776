// Asks the real yaml-language-server about templates and configurations: what it offers, what it shows, and whether it
// sees faults in the lines in which sidecarctl sees them. Usage: ask.js SERVER ROOT FOLDER
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');
const { spawnSync } = require('child_process');
const { Client } = require('./client.js');
const { completions, hovers, broken } = require('./cases.js');

const [server, root, folder] = process.argv.slice(2);
const schema = (name) => pathToFileURL(path.join(root, 'templates', name)).href;
const KINDS = {
  // By the line at the top of the file, which says where its schema is, and by the name of the file.
  template: { file: 'template.yaml', first: `# yaml-language-server: $schema=${schema('sidecar-template.schema.json')}\n` },
  configuration: { file: '.sidecarctl.yaml', first: '' },
};
const settings = {
  yaml: {
    yamlVersion: '1.1',
    validate: true,
    hover: true,
    completion: true,
    schemaStore: { enable: false },
    schemas: { [schema('sidecarctl-configuration.schema.json')]: ['.sidecarctl.yaml', '.sidecarctl.yml'] },
  },
};
const client = new Client(server, settings);
let asked = 0;
let failed = 0;

// Every text is a file of its own: servers remember what they have read.
function uriFor(kind) {
  return pathToFileURL(path.join(folder, String(asked), KINDS[kind].file)).href;
}

function check(good, text, expected, found) {
  asked++;
  if (good) return;
  failed++;
  console.error(`failed:\n${text}\n  expected: ${expected}\n  found: ${found}\n`);
}

// Opens a text and asks at its cursor.
async function at(kind, marked, ask) {
  const cursor = marked.indexOf('|');
  const before = KINDS[kind].first + marked.slice(0, cursor);
  const uri = uriFor(kind);
  const diagnostics = client.open(uri, before + marked.slice(cursor + 1));
  await diagnostics;
  const lines = before.split('\n');
  const answer = await ask(uri, { line: lines.length - 1, character: lines.at(-1).length });
  client.close(uri);
  return answer;
}

async function askCompletions(kind) {
  for (const [text, wanted, unwanted] of completions[kind]) {
    const list = await at(kind, text, (uri, position) => client.completion(uri, position));
    const labels = list.items.map((item) => item.label);
    const missing = wanted.filter((word) => !labels.includes(word));
    const wrong = unwanted.filter((word) => labels.includes(word));
    check(missing.length + wrong.length === 0, text, `${wanted}; not ${unwanted}`, labels);
  }
}

async function askHovers(kind) {
  for (const [text, wanted] of hovers[kind]) {
    const hover = await at(kind, text, (uri, position) => client.hover(uri, position));
    const shown = hover?.contents?.value ?? '';
    check(shown.includes(wanted), text, wanted, shown);
  }
}

// The lines that sidecarctl names in its complaints.
function linesOfTheProgram(kind, text) {
  const file = path.join(folder, KINDS[kind].file);
  fs.writeFileSync(file, text);
  const words = kind === 'template' ? ['inject', '-f', 'app.yaml', '-t', './template.yaml'] : ['config', 'app.yaml'];
  const run = spawnSync(path.join(root, 'sidecarctl'), words, { cwd: folder, encoding: 'utf8' });
  fs.unlinkSync(file);
  const place = new RegExp(`--> (?:\\./)?${KINDS[kind].file.replaceAll('.', '\\.')}:(\\d+):`, 'g');
  return [...run.stderr.matchAll(place)].map((match) => Number(match[1]));
}

const asSet = (lines) => [...new Set(lines)].sort((a, b) => a - b).join(',');

async function compareFaults(kind) {
  for (const bare of broken[kind]) {
    const text = KINDS[kind].first + bare;
    const uri = uriFor(kind);
    const diagnostics = await client.open(uri, text);
    client.close(uri);
    const lines = linesOfTheProgram(kind, text);
    const found = diagnostics.map((one) => `${one.range.start.line + 1}: ${one.message}`);
    const same = asSet(lines) === asSet(diagnostics.map((one) => one.range.start.line + 1));
    check(lines.length > 0 && same, text, `lines ${asSet(lines)}`, found.join('\n    '));
  }
}

// The project's own files have no faults.
async function openFaultless(kind, file) {
  const text = KINDS[kind].first + fs.readFileSync(path.join(root, file), 'utf8');
  const uri = uriFor(kind);
  const diagnostics = await client.open(uri, text);
  client.close(uri);
  check(diagnostics.length === 0, file, 'no fault', JSON.stringify(diagnostics));
}

async function main() {
  await client.start(pathToFileURL(folder).href);
  for (const kind of Object.keys(KINDS)) {
    await askCompletions(kind);
    await askHovers(kind);
    await compareFaults(kind);
  }
  await openFaultless('template', 'templates/sidecar-logger/template.yaml');
  await openFaultless('template', 'templates/log-collector/template.yaml');
  await openFaultless('template', 'testdata/editor/whole-template.yaml');
  await openFaultless('configuration', 'testdata/editor/whole-configuration.yaml');
  client.stop();
  console.log(`yaml-language-server: ${asked - failed} of ${asked} answers as expected`);
  process.exit(failed === 0 ? 0 : 1);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
