/** An example of docs/noi-dung.md: what is typed, and below the line "." what the program makes of it. */
export interface Example {
  /** Line of the opening fence, from 1. */
  readonly line: number;
  /** The heading above it. */
  readonly heading: string;
  readonly input: string;
  readonly expected: string;
}

/** The fenced blocks of a specification in the manner of djot's .test files. "⇥" stands for a TAB. */
export function readExamples(markdown: string): readonly Example[] {
  const examples: Example[] = [];
  let heading = '';
  let opened: { readonly line: number; readonly lines: string[] } | undefined;
  markdown.split('\n').forEach((text, index) => {
    if (text === '```' && opened) {
      examples.push(splitExample(opened.line, heading, opened.lines));
      opened = undefined;
    } else if (text === '```') {
      opened = { line: index + 1, lines: [] };
    } else if (opened) {
      opened.lines.push(text);
    } else if (text.startsWith('#')) {
      heading = text.replace(/^#+ /, '');
    }
  });
  if (opened) throw new Error('a fence is not closed');
  return examples;
}

function splitExample(line: number, heading: string, lines: readonly string[]): Example {
  const dot = lines.indexOf('.');
  if (dot < 0) throw new Error(`line ${line}: an example without the line "."`);
  const input = lines.slice(0, dot).join('\n').replaceAll('⇥', '\t');
  return { line, heading, input, expected: `${lines.slice(dot + 1).join('\n')}\n` };
}

/** The specification with what is expected replaced by what is found: for `GOLDEN=update`. */
export function rewriteExamples(markdown: string, found: readonly string[]): string {
  let index = 0;
  return markdown.replace(
    /(^```\n[\s\S]*?^\.\n)[\s\S]*?(^```$)/gm,
    (_all, head: string, fence: string) => head + (found[index++] ?? '') + fence,
  );
}
