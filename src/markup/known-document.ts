import { createMemory, detached } from '../base/memory.js';
import type { Block, Document, DocumentSection, Signature } from '../document/ast.js';
import { checkBlanks } from './build-blank.js';
import { buildBlock } from './build-blocks.js';
import { buildDocument } from './build-document.js';
import type { Report } from './read-attributes.js';
import { readElements, readSoundElement } from './read-elements.js';
import { MARK, matchAt, readTokens } from './tokens.js';

/** A whole opening tag. */
const OPENING = /<([a-z][a-z0-9-]*)(?:[ \t\r\n]+[a-z][a-z0-9-]*="[^"<]*")*[ \t\r\n]*(\/?)>/y;
const SECTION_END = '</section>';

/** A document without what stands right inside its sections. */
const frames = createMemory<Document | undefined>(20, detached);
/** Of what is sent with a paper whole sections are the same in every row. */
const sentSections = createMemory<DocumentSection | undefined>(20, detached);
/** As many sentences as a few long papers have. */
const shortBlocks = createMemory<Block | undefined>(500, detached);
/** All that is made of a block lives as long as it: of a long one, as an outline is, that is much. */
const longBlocks = createMemory<Block | undefined>(20, detached);
const SHORT = 600;
/** A text as long as a book is not worth its room. */
const MOST_LETTERS = 100_000;

/**
 * The document of markup in which nothing is wrong, with the very blocks and sections of the papers before it where their
 * markup is the same: all that is made of them later is remembered by them. A node has no places, so that it depends on its
 * markup alone. Undefined where anything is wrong, or looks uncommon: then the whole is read, and every finding has its place.
 */
export function knownDocument(markup: string): Document | undefined {
  if (markup.length > MOST_LETTERS) return undefined;
  let frame = '';
  let rest = 0;
  const cuts: { readonly from: number; readonly body: number; readonly end: number }[] = [];
  for (let at = markup.indexOf('<section'); at >= 0; at = markup.indexOf('<section', rest)) {
    const opening = matchAt(OPENING, markup, at);
    const body = OPENING.lastIndex;
    const end = markup.indexOf(SECTION_END, body);
    if (opening?.[1] !== 'section' || opening[2] === '/' || end < 0) return undefined;
    frame += markup.slice(rest, body);
    cuts.push({ from: at, body, end });
    rest = end;
  }
  const document = frames.take(frame + markup.slice(rest), readFrame);
  if (document?.sections.length !== cuts.length) return undefined;
  const sections: DocumentSection[] = [];
  for (const [index, { from, body, end }] of cuts.entries()) {
    const empty = document.sections[index]!;
    // What a paper says itself hardly ever comes again as a whole.
    const section =
      empty.role === 'main'
        ? fillSection(empty, markup.slice(body, end))
        : sentSections.take(markup.slice(from, end), (kept) => fillSection(empty, kept.slice(body - from)));
    if (section === undefined) return undefined;
    sections.push(section);
  }
  return { ...document, sections };
}

function readFrame(frame: string): Document | undefined {
  const { tokens, diagnostics: ofTokens } = readTokens(frame, '');
  const { root, diagnostics: ofElements } = readElements(tokens, '');
  if (root === undefined || ofTokens.length > 0 || ofElements.length > 0) return undefined;
  const { value, diagnostics } = buildDocument(root);
  return diagnostics.length > 0 ? undefined : value;
}

function fillSection(empty: DocumentSection, body: string): DocumentSection | undefined {
  const found: Block[] = [];
  let at = 0;
  for (;;) {
    const next = body.indexOf('<', at);
    const end = next < 0 ? body.length : next;
    if (body.slice(at, end).trim() !== '') return undefined;
    if (next < 0) return { ...empty, blocks: found };
    if (matchAt(MARK, body, next) !== null) {
      at = MARK.lastIndex;
      continue;
    }
    const opening = matchAt(OPENING, body, next);
    if (opening === null) return undefined;
    const [, name = '', slash] = opening;
    at = slash === '/' ? OPENING.lastIndex : endOf(name, body, OPENING.lastIndex);
    const block = at < 0 ? undefined : knownBlock(name, body.slice(next, at));
    if (block === undefined) return undefined;
    found.push(block);
  }
}

/** No block stands in one of its own name. */
function endOf(name: string, body: string, from: number): number {
  const closing = `</${name}>`;
  const at = body.indexOf(closing, from);
  return at < 0 ? -1 : at + closing.length;
}

/** A letterhead and a signature are the row's own; whom a paper goes to is not. */
function knownBlock(name: string, markup: string): Block | undefined {
  if (name === 'letterhead') return readBlock(markup);
  if (name === 'signature') return readSignature(markup);
  return (markup.length > SHORT ? longBlocks : shortBlocks).take(markup, readBlock);
}

const RECIPIENTS = '<recipients';
const RECIPIENTS_END = '</recipients>';
const recipientLists = createMemory<Recipients | undefined>(20, detached);
type Recipients = Signature['recipients'];

/** A signature whose recipients are those of the papers before it where their markup is the same. */
function readSignature(markup: string): Block | undefined {
  const from = markup.indexOf(RECIPIENTS);
  const to = markup.indexOf(RECIPIENTS_END, from) + RECIPIENTS_END.length;
  if (from < 0 || to < from || markup.includes(RECIPIENTS, to)) return readBlock(markup);
  const block = readBlock(markup.slice(0, from) + markup.slice(to));
  const recipients = recipientLists.take(markup.slice(from, to), readRecipients);
  return block?.type === 'signature' && recipients !== undefined ? { ...block, recipients } : undefined;
}

function readRecipients(markup: string): Recipients | undefined {
  const whole = readBlock(`<signature>${markup}<signer></signer></signature>`);
  return whole?.type === 'signature' ? whole.recipients : undefined;
}

function readBlock(markup: string): Block | undefined {
  const { tokens, diagnostics } = readTokens(markup, '');
  const element = diagnostics.length > 0 ? undefined : readSoundElement(tokens, 'section');
  if (element === undefined) return undefined;
  let isSound = true;
  const report: Report = () => {
    isSound = false;
  };
  const block = buildBlock(element, report);
  checkBlanks(element, report);
  return isSound ? block : undefined;
}
