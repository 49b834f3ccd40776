// What an editor is asked. A | is where the cursor stands.
const HEAD = 'apiVersion: sidecarctl.dev/v1\nkind: SidecarTemplate\nmetadata: {name: a}\nspec:\n';
const SIDECAR = '  sidecars:\n    - name: a\n      image: b:1.0\n';
const CONFIGURATION = 'apiVersion: sidecarctl.dev/v1\nkind: Configuration\n';

// What is offered, and what is not.
const completions = {
  template: [
    [HEAD + '  |', ['sidecars', 'targets', 'placement', 'extends'], ['containerPort', 'templates']],
    [HEAD + '  placement: |', ['First', 'Last'], ['null']],
    [HEAD + '  onConflict: |', ['fail', 'keep', 'replace'], ['null']],
    [HEAD + '  match:\n    policy: |', ['Auto', 'OptIn'], []],
    [HEAD + '  match:\n    kinds:\n      - |', ['Deployment', 'Rollout.argoproj.io'], []],
    [HEAD + '  parameters:\n    - name: a\n      type: |', ['string', 'integer', 'duration', 'list'], []],
    [HEAD + '  parameters:\n    - |', ['name', 'default', 'parameter of a port'], []],
    [HEAD + '  requires:\n    |', ['os', 'podNetwork', 'sidecarctl'], []],
    [HEAD + SIDECAR + '      |', ['volumeMounts', 'before', 'when', 'forEach', 'securityContext'], ['sidecars']],
    [HEAD + SIDECAR + '      imagePullPolicy: |', ['IfNotPresent', 'Always'], []],
    [HEAD + SIDECAR + '      tty: |', ['true', 'false'], []],
    [HEAD + SIDECAR + '      livenessProbe:\n        |', ['httpGet', 'periodSeconds', 'when'], ['forEach']],
    [HEAD + SIDECAR + '      livenessProbe:\n        when:\n          |', ['param', 'in', 'notIn'], []],
    [HEAD + SIDECAR + '      env:\n        - name: A\n          value:\n            |', ['yaml', 'json', 'value'], []],
    [HEAD + '  volumes:\n    - |', ['name', 'emptyDir', 'configMap', 'volume'], ['image: ']],
    [HEAD + '  targets:\n    - |', ['env', 'volumeMounts', 'containers', 'target'], ['image', 'args']],
    [HEAD + '  extends: sidecar-logger\n  sidecars:\n    - name: a\n      |', ['image', 'resources'], []],
    ['|', ['apiVersion', 'kind', 'spec', 'template'], []],
  ],
  configuration: [
    [CONFIGURATION + '|', ['templates', 'kubernetesVersion', 'onConflict', 'images'], ['sidecars']],
    [CONFIGURATION + 'validate: |', ['strict', 'warn', 'ignore'], ['null']],
    [CONFIGURATION + 'podSecurity: |', ['privileged', 'baseline', 'restricted'], []],
    [CONFIGURATION + 'onConflict: |', ['fail', 'keep', 'replace'], []],
    [CONFIGURATION + 'onConflict:\n  |', ['default', 'env-conflict', 'volume-conflict'], ['drift']],
    [CONFIGURATION + 'warnings:\n  |', ['drift', 'variable-undefined', 'env-conflict'], ['not-utf8']],
    [CONFIGURATION + 'warnings:\n  drift: |', ['"off"', 'warn', 'error'], ['false']],
    [CONFIGURATION + 'kubernetesVersion: |', ['"1.36"', '"1.27"'], []],
    [CONFIGURATION + 'workloads:\n  - |', ['apiVersion', 'podTemplate', 'workload'], []],
  ],
};

// A part of the text that is shown over the key, or the value, at the cursor.
const hovers = {
  template: [
    [HEAD + '  place|ment: Last\n' + SIDECAR, 'Where the containers go'],
    [HEAD + '  side|cars:\n    - name: a\n      image: b\n', 'native sidecars'],
    [HEAD + SIDECAR + '      be|fore: c\n', 'goes in front of'],
    [HEAD + SIDECAR + '      read|inessProbe: {}\n', 'Keeps traffic away'],
    [HEAD + SIDECAR + '      w|hen: true\n', 'the mapping is left out'],
    [HEAD + '  ext|ends: sidecar-logger\n', 'laid over'],
    ['apiVersion: sidecarctl.dev/v1\nkind: SidecarTemplate\nmetadata:\n  na|me: a\nspec: {}\n', 'identity'],
    ['apiVersion: sidecarctl.dev/v1\nkind: SidecarTemplate\nmetadata: {name: a}\nsp|ec: {}\n', 'What the template adds'],
  ],
  configuration: [
    [CONFIGURATION + 'temp|lates: [sidecar-logger]\n', 'injected without'],
    [CONFIGURATION + 'valid|ate: warn\n', 'API server would refuse'],
    [CONFIGURATION + 'workloads:\n  - {apiVersion: a/v1, kind: B, podT|emplate: spec}\n', 'metadata'],
  ],
};

// What has one fault or several; they are to be seen in the lines in which sidecarctl sees them.
const broken = {
  template: [
    HEAD + '  placment: First\n' + SIDECAR,
    HEAD + '  placement: first\n' + SIDECAR,
    HEAD + '  version: 1.4\n' + SIDECAR,
    HEAD + '  match: {kinds: [Deploymnet]}\n' + SIDECAR,
    HEAD + '  match: {names: ["web-["]}\n' + SIDECAR,
    HEAD + '  requires:\n    os: macos\n    podNetwork: "true"\n' + SIDECAR,
    HEAD + '  parameters:\n    - name: a\n      type: integer\n      default: "1"\n' + SIDECAR,
    HEAD + '  parameters:\n    - name: a\n      minimum: 1\n' + SIDECAR,
    HEAD + '  parameters:\n    - name: a.b\n    - name: c\n      type: int\n' + SIDECAR,
    HEAD + SIDECAR + '      imagePullpolicy: Always\n',
    HEAD + SIDECAR + '      args:\n        - 8080\n        - ok\n        - [a]\n',
    HEAD + SIDECAR + '      env:\n        - name: A\n          value: true\n',
    HEAD + SIDECAR + '      ports:\n        - name: Http\n          containerPort: "80"\n',
    HEAD + SIDECAR + '      resources:\n        limits:\n          memory: 64Mb\n',
    HEAD + SIDECAR + '      restartPolicy: Never\n',
    HEAD + SIDECAR + '      before: c\n      after: d\n',
    HEAD + SIDECAR + '      when: yes please\n',
    HEAD + SIDECAR + '      livenessProbe:\n        forEach: a\n',
    HEAD + SIDECAR + '      args:\n        - value: a\n          wen: true\n',
    HEAD + '  sidecars:\n    - name: a\n',
    HEAD + '  targets:\n    - image: x\n',
    HEAD + '  pod:\n    onConflict: overwrite\n    metadata:\n      labels:\n        a: 1\n',
    HEAD + '  extends: sidecar-logger\n  sidecars:\n    - name: sidecar-logger\n      tty: "yes"\n',
    HEAD.replace('/v1', '/v2') + SIDECAR,
    'apiVersion: sidecarctl.dev/v1\nkind: SidecarTemplate\nmetadata:\n  name: A\nspec:\n' + SIDECAR,
  ],
  configuration: [
    CONFIGURATION + 'template: [a]\n',
    CONFIGURATION + 'templates: sidecar-logger\n',
    CONFIGURATION + 'templates:\n  - sidecar-logger\n  - 5\n',
    CONFIGURATION + 'validate: strikt\npodSecurity: base\n',
    CONFIGURATION + 'kubernetesVersion: "1.12"\n',
    CONFIGURATION + 'onConflict:\n  env-conflict: kep\n',
    CONFIGURATION + 'onConflict:\n  drift: keep\n',
    CONFIGURATION + 'onConflict: kep\n',
    CONFIGURATION + 'warnings:\n  not-utf8: off\n  drift: never\n',
    CONFIGURATION + 'workloads:\n  - apiVersion: v1\n    kind: A\n    podTemplate: a..b\n',
    CONFIGURATION + 'exclude:\n  - /a\n  - b\n  - "{a,b}"\n',
    CONFIGURATION + 'images:\n  docker.io: 5\n',
    CONFIGURATION.replace('Configuration', 'Config'),
  ],
};

module.exports = { completions, hovers, broken };
