import Handlebars from 'handlebars';
import type { Diagnostic, Outcome, TextPlace } from '../diagnostic/diagnostic.js';
import { templateError } from './errors.js';
import type { TemplateSource } from './precompiled-template.js';

/** The syntax tree of one file, and where a node of it stands in that file. */
interface ParsedTemplate {
  readonly program: hbs.AST.Program;
  readonly placeOf: (node: hbs.AST.Node) => TextPlace;
}

/** A partial is put in place wherever it is named, and parsed once. */
const parsed = new WeakMap<TemplateSource, Outcome<ParsedTemplate>>();

export function parseTemplate(source: TemplateSource): Outcome<ParsedTemplate> {
  const known = parsed.get(source) ?? parseAnew(source);
  parsed.set(source, known);
  return known;
}

/** Handlebars' own parser, with places as offsets, and what it refuses as a diagnostic at the line it names. */
function parseAnew({ file, text }: TemplateSource): Outcome<ParsedTemplate> {
  const lines = lineStarts(text);
  const offset = ({ line, column }: hbs.AST.Position): number =>
    Math.min((lines[line - 1] ?? text.length) + column, text.length);
  try {
    const program = Handlebars.parse(text);
    const placeOf = ({ loc }: hbs.AST.Node): TextPlace => ({
      file,
      start: offset(loc.start),
      end: offset(loc.end),
    });
    return { value: { program, placeOf }, diagnostics: [] };
  } catch (error) {
    const unclosed = findUnclosedBlock(file, text);
    if (unclosed) return { diagnostics: [unclosed] };
    const { line, column } = readSyntaxError(error);
    const start = offset({ line, column });
    const end = Math.min(lines[line] ?? text.length, text.length);
    const place = { file, start, end: Math.max(start, end) };
    const hints = ['Kiểm tra mỗi {{ có }} của nó, mỗi {{/…}} có {{#…}} của nó ở trước'];
    const diagnostic = templateError('bad-syntax', 'Mẫu viết sai cú pháp từ dòng này', place, hints);
    return { diagnostics: [diagnostic] };
  }
}

const BLOCK_ENDS = /\{\{~?([#/])\s*([^\s~}]+)[^}]*\}\}/g;

/** Handlebars only says that the file ends too soon; the block that was not closed is the place to mend. */
function findUnclosedBlock(file: string, text: string): Diagnostic | undefined {
  const open: { readonly name: string; readonly start: number; readonly end: number }[] = [];
  for (const { 0: tag, 1: sign, 2: name = '', index } of text.matchAll(BLOCK_ENDS)) {
    if (sign === '#') open.push({ name, start: index, end: index + tag.length });
    else if (open.at(-1)?.name === name) open.pop();
    else break;
  }
  const last = open.at(-1);
  if (!last) return undefined;
  const hints = [`Thêm {{/${last.name}}} vào cuối phần này`];
  const place = { file, start: last.start, end: last.end };
  return templateError('bad-syntax', `{{#${last.name}}} chưa được đóng`, place, hints);
}

/** The lines as Handlebars' lexer counts them. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}

/** "Parse error on line 3:\n…" of the grammar, or an Exception with the place of a block that does not fit its end. */
function readSyntaxError(error: unknown): { line: number; column: number } {
  const { message, lineNumber, column } = error as { message: string; lineNumber?: number; column?: number };
  const named = /on line (\d+)/.exec(message);
  const line = lineNumber ?? (named ? Number(named[1]) : 1);
  return { line, column: lineNumber === undefined ? 0 : (column ?? 0) };
}
