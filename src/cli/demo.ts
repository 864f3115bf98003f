#!/usr/bin/env node
import * as nodePath from 'node:path';
import { packageFolder } from '../host-node/package-folder.js';
import { runDemo } from './run-demo.js';

process.exitCode = await runDemo({
  samples: nodePath.join(packageFolder, 'samples'),
  output: nodePath.resolve('out'),
  write: (text) => {
    process.stdout.write(text);
  },
});
