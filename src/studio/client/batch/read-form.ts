import type { Engine, FormSource, NamedFile } from '../../protocol.js';
import { sentences } from '../parts/sentence.js';

export interface ChosenForm {
  readonly source: FormSource;
  /** Of a form that says no kind there is none. */
  readonly kind: string | undefined;
}

/** A form file, or a finished paper of ours, as the form that all units share; else the sentence that says why not. */
export async function readForm(
  engine: Pick<Engine, 'open' | 'look'>,
  file: NamedFile,
): Promise<ChosenForm | string> {
  const { text, file: name, problems } = await engine.open(file);
  if (text === undefined) {
    const [first] = problems;
    return sentences(first === undefined ? [`Không đọc được ${file.name}`] : [first.message, ...first.hints]);
  }
  const source: FormSource = { file: name, text, given: [] };
  const { kind } = await engine.look({ source, known: [] });
  return { source, kind };
}
