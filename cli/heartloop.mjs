#!/usr/bin/env node
// Plain JavaScript on purpose: an older Node cannot read the TypeScript behind it, and must still get a clear sentence.
import { existsSync } from 'node:fs';

const NODE_MAJOR_MIN = 24;

if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR_MIN) {
  process.stderr.write(
    `heartloop needs Node ${NODE_MAJOR_MIN} or newer and this is Node ${process.versions.node}. ` +
      'In a checkout use the npm scripts (npm start, npm run demo), which bring their own Node; elsewhere install Node 24.\n',
  );
  process.exit(2);
}
const source = new URL('./main.ts', import.meta.url);
await import(existsSync(source) ? source.href : new URL('../dist/cli/main.js', import.meta.url).href);
