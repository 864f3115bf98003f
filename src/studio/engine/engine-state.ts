import { type CompileContext, compileForm, type Paper } from '../../compile.js';
import type { Diagnostic, Outcome } from '../../diagnostic/diagnostic.js';
import type { FontSet } from '../../font/font.js';
import type { FormLayer } from '../../form/layer.js';
import { nd30 } from '../../profile/nd30.js';
import type { FormSource, Problem } from '../protocol.js';
import type { EngineParts } from './engine-parts.js';
import { createGivenFiles, formText, givenText, type ReadGiven } from './given-files.js';
import type { KindShelf } from './kind-shelf.js';
import { pathOfProblem } from './path-of-problem.js';
import { toProblems } from './problems.js';

/** What lasts from one request to the next. */
export interface EngineState {
  readonly parts: EngineParts;
  readonly shelf: KindShelf;
  fonts: FontSet;
  readonly readGiven: ReadGiven;
}

export const createState = (parts: EngineParts, shelf: KindShelf, fonts: FontSet): EngineState => ({
  parts,
  shelf,
  fonts,
  readGiven: createGivenFiles(),
});

export interface CompileWishes extends Pick<CompileContext, 'split'> {
  readonly draft?: true;
  readonly over?: readonly FormLayer[];
}

/** A form as papers, with the files that are given with it. */
export async function compileSource(
  { shelf, fonts, readGiven }: EngineState,
  source: FormSource,
  wishes: CompileWishes,
): Promise<Outcome<readonly Paper[]>> {
  const kinds = shelf.kinds();
  const named = await readGiven(source, kinds, wishes.over);
  return compileForm(formText(source), { kinds, profile: nd30, fonts, ...named, ...wishes });
}

/** What was found in a form, as the page shows it; `tableText`: of a table that is a text file. */
export function problemsOf(
  { shelf }: EngineState,
  source: FormSource,
  found: readonly Diagnostic[],
  textOf: (file: string) => string | undefined = () => undefined,
): readonly Problem[] {
  return toProblems(found, {
    file: source.file,
    pathOf: pathOfProblem(source, shelf.kinds()),
    textOf: (file) => textOf(file) ?? givenText(file, source) ?? shelf.textOf(file),
  });
}
