/** The layers of docs/architecture.md. An arrow may only point down; a red line here says which import to change and why. */
const layer = (name, from, allowed, why) => ({
  name,
  severity: 'error',
  comment: why,
  from: { path: `^${from}/`, pathNot: ['[.]test[.]tsx?$', '/interop/'] },
  to: { path: '^(kernel|look|firmware-protocol|records|simulator|monitor|cloud-stubs|load|scenarios|reports|cli)/', pathNot: `^(${[from, ...allowed].join('|')})/` },
});
const leaves = ['kernel', 'look'];
const codecs = ['firmware-protocol', 'records'];

export default {
  forbidden: [
    layer('kernel-imports-nothing', 'kernel', [], 'The kernel is the leaf everything stands on. Move what you need down into it, or keep the code above.'),
    layer('look-imports-nothing', 'look', [], 'Tokens and paper geometry are shared by every page, so they may know none of them.'),
    layer('protocol-knows-no-device', 'firmware-protocol', leaves, 'A codec serves the simulator and the monitor alike; it may know neither.'),
    layer('records-know-no-signal-source', 'records', leaves, 'File codecs serve replay, recordings and scoring alike; they may know none of them.'),
    layer('simulator-never-sees-the-monitor', 'simulator', [...leaves, ...codecs], 'The simulator is one end of a serial line. What it must know of the other end is in firmware-protocol.'),
    layer('monitor-never-sees-the-simulator', 'monitor', [...leaves, ...codecs], 'The monitor is the system under test: it must be replaceable, so it sees a serial port and nothing behind it.'),
    layer('cloud-stubs-stand-alone', 'cloud-stubs', [...leaves, ...codecs], 'The stubs are reached over S3 and SES only.'),
    layer('reports-read-files', 'reports', ['kernel', 'look', 'records'], 'Reports read result and trace files, never live objects: write what you need into the result.'),
    layer('load-drives-from-below', 'load', [...leaves, ...codecs, 'simulator', 'cloud-stubs'], 'Load drives the monitor over its public interfaces only.'),
    layer('scenarios-never-call-the-cli', 'scenarios', [...leaves, ...codecs, 'simulator', 'monitor', 'cloud-stubs', 'load', 'reports'], 'The command line is a thin skin over everything; nothing may need it.'),
    {
      name: 'through-the-door',
      severity: 'error',
      comment: "A folder's index.ts is its whole public surface. Export what you need there, or do without it.",
      from: { path: '^([^/]+)/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^(kernel|firmware-protocol|records|simulator|monitor|cloud-stubs|load|scenarios|reports)/', pathNot: ['^$1/', '^[^/]+/index[.]ts$', '^[^/]+/[^/]+/index[.]ts$'] },
    },
    { name: 'no-circles', severity: 'error', comment: 'A circle means two files are one idea or a third is missing.', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', comment: 'The import leads nowhere: add the dependency or mend the path.', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependency-in-the-product',
      severity: 'error',
      comment: 'A stranger installs without dev dependencies: move the package to dependencies, or the code into a test.',
      from: { path: '^(kernel|look|firmware-protocol|records|simulator|monitor|cloud-stubs|load|scenarios|reports|cli)/', pathNot: ['[.]test[.]tsx?$', '/web/', '/conformance/', '/e2e/'] },
      to: { dependencyTypes: ['npm-dev'], pathNot: ['node_modules/@types/', 'node_modules/@serialport/binding-mock'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'] },
  },
};
