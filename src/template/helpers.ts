import { createMemory } from '../base/memory.js';
import { takesZero } from '../vietnamese/official-number.js';
import { HandlebarsRuntime as Handlebars } from './runtime.js';
import type { Fault, TemplateValue } from './template-value.js';
import { begins, ends, WORD_HELPERS } from './word-helpers.js';

/** What Handlebars hands to a helper as the last argument, and this package hands to Handlebars. */
interface HelperOptions {
  readonly data: { readonly root: TemplateValue; readonly faults: Fault[] };
}

/** The steps to a value, by the number of the site that asks for it: `$text 3 "kem_theo" @index "ten"`. */
interface Request {
  readonly site: number;
  readonly path: string;
  readonly keys: readonly string[];
  readonly options: HelperOptions;
}

type HelperArguments = readonly unknown[];

function readRequest(args: HelperArguments): Request {
  const keys = args.slice(1, -1).map(String);
  return { site: Number(args[0]), path: keys.join('.'), keys, options: args.at(-1) as HelperOptions };
}

/** Walks from the form's root; a key of the prototype ("constructor") is no value. Undefined, and a fault, where there is none. */
function fetchValue({ site, path, keys, options }: Request): TemplateValue | undefined {
  let value: TemplateValue | undefined = options.data.root;
  for (const key of keys) {
    const inside: object | undefined = typeof value === 'object' ? value : undefined;
    value = inside && Object.hasOwn(inside, key) ? (inside as Record<string, TemplateValue>)[key] : undefined;
  }
  if (value === undefined) options.data.faults.push({ code: 'missing-value', site, path });
  return value;
}

function fetchText(request: Request): string {
  const value = fetchValue(request);
  if (typeof value === 'string') return value;
  if (value !== undefined)
    request.options.data.faults.push({ code: 'not-a-text', site: request.site, path: request.path });
  return '';
}

/** As many nothings as the list has items: only positions count, since every value is fetched from the root. */
function fetchList(request: Request): readonly null[] {
  const value = fetchValue(request);
  if (Array.isArray(value)) return value.map(() => null);
  if (value !== undefined)
    request.options.data.faults.push({ code: 'not-a-list', site: request.site, path: request.path });
  return [];
}

const escapeAnew = (text: string): string => Handlebars.escapeExpression(text);

/** A long text of a form is printed in every row of a table: it is escaped once. */
const escapeText = (text: string): string =>
  text.length > LONG && text.length < MOST_LETTERS ? longTexts.take(text, escapeAnew) : escapeAnew(text);

const longTexts = createMemory<string>(20);
const LONG = 300;
const MOST_LETTERS = 100_000;
const printed = (markup: string): unknown => new Handlebars.SafeString(markup);

/** A text in an element that says which field it is; words that are not the field's own stand without. */
function printChanged(change: (text: string) => string, args: HelperArguments): unknown {
  const request = readRequest(args);
  const text = fetchText(request);
  const changed = change(text);
  const isFields = changed.toLowerCase() === text.toLowerCase();
  return printed(
    isFields ? `<v f="${escapeText(request.path)}">${escapeText(changed)}</v>` : escapeText(changed),
  );
}

/** As `{{#if}}` judges: an empty text and an empty list are nothing. */
const isSomething = (value: unknown): boolean => !Handlebars.Utils.isEmpty(value);
const isFilled = (value: unknown, but: HelperArguments): boolean =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).some(([key, inner]) => !but.includes(key) && isFilled(inner, but))
    : isSomething(value);
const operands = (args: HelperArguments): HelperArguments => args.slice(0, -1);

/** Everything a rewritten template may call. The names with `$` cannot be written in a template: only the rewriting makes them. */
export const HELPERS: Readonly<Record<string, (...args: HelperArguments) => unknown>> = {
  /** In text: the escaped value, in an element that says which field it is. */
  $text: (...args) => {
    const request = readRequest(args);
    return printed(`<v f="${escapeText(request.path)}">${escapeText(fetchText(request))}</v>`);
  },
  /**
   * `{{official-number field}}` in text: a number as officials write it, "05 năm", "01 buổi". What is typed ("5") is printed as
   * `{{field}}` prints it, in an element that says which field it is; the zero before a single digit stands outside of it, as
   * a word of the template. "05", "12", "1/2 ngày" and what does not begin with a digit are printed as typed.
   */
  $official: (...args) => {
    const request = readRequest(args);
    const text = fetchText(request);
    const zero = takesZero(text) ? '0' : '';
    return printed(`${zero}<v f="${escapeText(request.path)}">${escapeText(text)}</v>`);
  },
  /** In an attribute. */
  $bare: (...args) => printed(escapeText(fetchText(readRequest(args)))),
  /** The path of a field that exists, for `f="{{path so_ky_hieu}}"`. */
  $path: (...args) => {
    const request = readRequest(args);
    fetchValue(request);
    return printed(escapeText(request.path));
  },
  $value: (...args) => fetchValue(readRequest(args)),
  $list: (...args) => fetchList(readRequest(args)),
  eq: (...args) => args[0] === args[1],
  and: (...args) => operands(args).every(isSomething),
  or: (...args) => operands(args).some(isSomething),
  not: (...args) => !isSomething(args[0]),
  /** Whether anything in a group is filled in, but for the fields named: `(filled muc_tieu "tieu_de")`. */
  filled: (...args) => isFilled(args[0], operands(args).slice(1)),
  /** Whether an item of a list has anything filled in at a field: `(any cap_to_chuc "doan_chu_tich")`. */
  any: (...args) => Array.isArray(args[0]) && args[0].some((item) => isFilled(item[String(args[1])], [])),
  /** Whether a text begins, ends with one of the words (word-helpers.ts): `(begins han "trước" "chậm nhất")`. */
  begins: (...args) => begins(String(args[0] ?? ''), operands(args).slice(1).map(String)),
  ends: (...args) => ends(String(args[0] ?? ''), operands(args).slice(1).map(String)),
  ...Object.fromEntries(
    Object.entries(WORD_HELPERS).map(([name, change]) => [
      name,
      (...args: HelperArguments) => printChanged(change, args),
    ]),
  ),
};
