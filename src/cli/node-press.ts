import { expandPattern } from '../host-node/expand-pattern.js';
import { createNodeHost } from '../host-node/node-host.js';
import { bundledText, packageVersion } from '../host-node/package-folder.js';
import type { Stages } from './node-stages.js';
import type { Press } from './press.js';

/** The program behind the commands, on this machine. The stages are loaded when a command first needs them: help does not. */
export function createNodePress(): Press {
  const texts = new Map<string, string>();
  const host = createNodeHost();
  let stages: Stages | undefined;
  const open = async (): Promise<Stages> => {
    const { createStages } = await import('./node-stages.js');
    stages ??= createStages(host, texts);
    return stages;
  };
  const opened = (): Stages => {
    if (!stages) throw new Error('The kinds are loaded before a form is compiled');
    return stages;
  };
  return {
    host,
    version: packageVersion(),
    kinds: async (folder) => (await open()).kinds(folder),
    fonts: async (option) => (await open()).fonts(option),
    referencedFiles: (source, kinds, over) => opened().referencedFiles(source, kinds, over),
    namesLeftIn: (source, kinds) => opened().namesLeftIn(source, kinds),
    fieldsOfForm: (source, kinds) => opened().fieldsOfForm(source, kinds),
    deadlinesOf: (sheet, kinds) => opened().deadlinesOf(sheet, kinds),
    readFacts: async (name, bytes) => (await open()).readFacts(name, bytes),
    compile: (source, kinds, fonts, options) => opened().compile(source, kinds, fonts, options),
    schema: (kind) => opened().schema(kind),
    blankTable: (kind, options) => opened().blankTable(kind, options),
    kindFiles: (kind) => opened().kindFiles(kind),
    expand: expandPattern,
    rememberText: (file, text) => texts.set(file, text),
    textOf: (file) => texts.get(file) ?? bundledText(file),
  };
}
