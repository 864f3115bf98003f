import { fingerprint } from '../base/fingerprint.js';
import { createTextMap } from '../base/text-map.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { type FindingNamed, findingLine, type NameFinding } from './journal-line.js';

/** The findings of a journal that unit after unit has: each is written once, under a name. */
export interface JournalFindings {
  readonly nameOf: NameFinding;
  readonly named: FindingNamed;
  /** Gives names to those that have none yet; the lines that say so. */
  readonly add: (findings: readonly Diagnostic[]) => string;
  readonly set: (name: string, finding: Diagnostic) => void;
}

export function createJournalFindings(): JournalFindings {
  /** By name, as JSON. */
  const known = createTextMap();
  const set = (name: string, finding: Diagnostic): void => known.set(name, JSON.stringify(finding));
  return {
    set,
    add: (findings) => {
      let lines = '';
      for (const finding of findings.filter(isShared)) {
        const name = nameFor(finding);
        if (known.has(name)) continue;
        set(name, finding);
        lines += findingLine(name, finding);
      }
      return lines;
    },
    nameOf: (finding) => {
      const name = isShared(finding) ? nameFor(finding) : undefined;
      return name !== undefined && known.get(name) === JSON.stringify(finding) ? name : undefined;
    },
    named: (name) => {
      const json = known.get(name);
      return json === undefined ? undefined : (JSON.parse(json) as Diagnostic);
    },
  };
}

/** Those that point into a form come again in every unit; what points into a table is of its row alone. */
const isShared = ({ place }: Diagnostic): boolean => place !== undefined && !('cell' in place);

const SEEDS = [0x811c9dc5, 0x2f6e2b1d] as const;

function nameFor(finding: Diagnostic): string {
  const bytes = new TextEncoder().encode(JSON.stringify(finding));
  return SEEDS.map((seed) => fingerprint(bytes, seed).toString(36)).join('');
}
