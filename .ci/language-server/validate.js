// Another validator's opinion of the schemas: they are schemas of draft-07, the project's own documents are good, and those
// that yaml-language-server is asked about are not. Usage: validate.js MODULES ROOT
const fs = require('fs');
const path = require('path');

const [modules, root] = process.argv.slice(2);
const Ajv = require(path.join(modules, 'ajv'));
const YAML = require(path.join(modules, 'yaml'));
const { broken } = require('./cases.js');

const FILES = { template: 'sidecar-template.schema.json', configuration: 'sidecarctl-configuration.schema.json' };
const KINDS = { template: 'SidecarTemplate', configuration: 'Configuration' };
const good = {
  template: ['templates/sidecar-logger/template.yaml', 'templates/log-collector/template.yaml',
    'testdata/editor/whole-template.yaml', 'testdata/editor/extending-template.yaml'],
  configuration: ['testdata/editor/whole-configuration.yaml'],
};
let failed = 0;

function fail(text) {
  failed++;
  console.error(`failed: ${text}`);
}

for (const kind of Object.keys(FILES)) {
  const schema = JSON.parse(fs.readFileSync(path.join(root, 'templates', FILES[kind]), 'utf8'));
  // Keywords of editors are no business of ajv's, and neither is its own idea of good style.
  const ajv = new Ajv({ strict: false, allErrors: true });
  if (!ajv.validateSchema(schema)) fail(`${FILES[kind]}: ${ajv.errorsText()}`);
  const accepts = ajv.compile(schema);
  for (const file of good[kind]) {
    const data = YAML.parse(fs.readFileSync(path.join(root, file), 'utf8'), { version: '1.1' });
    if (data.kind !== KINDS[kind]) fail(`${file} is no ${KINDS[kind]}`);
    if (!accepts(data)) fail(`${file}: ${ajv.errorsText(accepts.errors)}`);
  }
  for (const text of broken[kind]) {
    if (accepts(YAML.parse(text, { version: '1.1' }))) fail(`accepted:\n${text}`);
  }
}
if (failed === 0) console.log('ajv: both are schemas of draft-07, with the verdicts that are due');
process.exit(failed === 0 ? 0 : 1);
