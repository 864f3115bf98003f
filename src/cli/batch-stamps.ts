import type { Column } from '../batch/columns.js';
import type { BatchSetup } from '../batch/job.js';
import type { RunHeader } from '../batch/journal-entry.js';
import { hashBytes } from '../host-node/hash-file.js';
import { bundledTemplates } from '../host-node/package-folder.js';
import { kindFingerprints } from '../host-node/template-files.js';
import type { Run } from './run.js';

/**
 * What a run was made with, to tell in the next one what changed: the form, every kind, the options. It decides nothing:
 * what is to be made again is told by each unit's own digest.
 */
export function runHeader({ press }: Run, setup: BatchSetup, columns: readonly Column[]): RunHeader {
  const { templates, form, formats, split, bare, now = '', fonts = '' } = setup;
  const digests: Record<string, string> = {
    options: digestOf(JSON.stringify([formats, split, bare, now])),
    fonts: digestOf(fonts),
  };
  if (form !== undefined) digests['form'] = digestOf(form.bytes);
  for (const folder of [bundledTemplates, ...(templates === undefined ? [] : [templates])])
    for (const [slug, fingerprint] of kindFingerprints(folder)) digests[`kind:${slug}`] = fingerprint;
  return { program: press.version, digests, head: columns.map(({ head }) => head) };
}

const digestOf = (text: string): string => hashBytes(new TextEncoder().encode(text)).slice(0, 16);
