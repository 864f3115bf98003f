import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { type DiagnosticsStyle, renderDiagnostics } from '../diagnostic/render-diagnostics.js';
import type { CliIo } from './io.js';
import type { Press } from './press.js';
import { shownPath } from './shown-path.js';

/**
 * Collects the findings of a run and says each once, at its end or before a failure; notes (which font, how many files) are
 * for people and are left out where a program reads stderr as JSON.
 */
export interface Reporter {
  readonly style: DiagnosticsStyle;
  add(diagnostics: readonly Diagnostic[]): void;
  note(sentence: string): void;
  /** A note that stands below the findings. */
  conclude(sentence: string): void;
  readonly findings: readonly Diagnostic[];
  readonly notes: readonly string[];
  /** Tells people what there is so far, before a long work; where a program reads JSON, nothing yet. */
  sayNow(): void;
  /** Writes to stderr all findings that have not been told. */
  flush(): void;
}

export function createReporter(io: CliIo, press: Press, style: DiagnosticsStyle): Reporter {
  const findings: Diagnostic[] = [];
  const notes: string[] = [];
  const conclusions: string[] = [];
  const colour = io.isTerminal && !io.env['NO_COLOR'];
  let [told, concluded] = [0, 0];
  const flush = (): void => {
    const { shown, textOf } = withShownPaths(findings.slice(told), io, press);
    io.stderr(
      style === 'json'
        ? renderDiagnostics(findings, { style, source: press.textOf })
        : renderDiagnostics(shown, { style, colour, source: textOf }),
    );
    if (style !== 'json') for (const sentence of conclusions.slice(concluded)) io.stderr(`${sentence}\n`);
    [told, concluded] = [findings.length, conclusions.length];
  };
  return {
    style,
    findings,
    notes,
    add: (diagnostics) => {
      findings.push(...diagnostics);
    },
    note: (sentence) => {
      notes.push(sentence);
      if (style !== 'json') io.stderr(`${sentence}\n`);
    },
    conclude: (sentence) => {
      conclusions.push(sentence);
    },
    sayNow: () => {
      if (style !== 'json') flush();
    },
    flush,
  };
}

/** The findings with the paths of a kind's files as people see them; a program that reads JSON gets them whole. */
function withShownPaths(
  findings: readonly Diagnostic[],
  io: CliIo,
  press: Press,
): { readonly shown: readonly Diagnostic[]; readonly textOf: Press['textOf'] } {
  const files = new Map<string, string>();
  const show = <P extends { readonly file: string }>(place: P): P => {
    const file = io.path.isAbsolute(place.file) ? shownPath(place.file, io) : place.file;
    files.set(file, place.file);
    return { ...place, file };
  };
  const shown = findings.map((finding) => ({
    ...finding,
    ...(finding.place && { place: show(finding.place) }),
    ...(finding.related && {
      related: finding.related.map((one) => ({ ...one, place: show(one.place) })),
    }),
  }));
  return { shown, textOf: (file) => press.textOf(files.get(file) ?? file) };
}
