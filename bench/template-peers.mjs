import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const BODY = /^(Body|Item|LegalBasis|Article|Heading[1-9])$/;

/**
 * Our DOCX of the plan as a template of the two programs: the values of the letterheads, titles and signatures are tags, and
 * every stretch of body paragraphs and of recipients is a loop, in the way that each of the two documents for paragraphs. Bold words inside a paragraph
 * and the looks of the headings are lost, so the peers have less to do than we.
 */
export function makeTemplate(docx, peer) {
  const PizZip = require('pizzip');
  const { DOMParser, XMLSerializer } = require('@xmldom/xmldom');
  const zip = new PizZip(docx);
  const xml = new DOMParser().parseFromString(zip.file('word/document.xml').asText(), 'text/xml');
  const paragraphs = Array.from(xml.getElementsByTagName('w:p'));
  const found = new Map();
  const nth = (style) => {
    found.set(style, (found.get(style) ?? 0) + 1);
    return found.get(style) - 1;
  };
  const NAMES = {
    ParentAgency: ['parent', 'formParent'],
    IssuingAgency: ['issuer', 'formIssuer'],
    Reference: ['reference', 'formReference'],
    PlaceAndDate: ['placeAndDate', 'formPlaceAndDate'],
    Subject: ['subject', 'outlineSubject', 'formSubject'],
    SignatureCapacity: ['capacity', 'formCapacity'],
    SignaturePosition: ['position', 'formPosition'],
    SignerName: ['signer'],
  };
  const loops = { body: ['body', 'outline', 'form'], recipients: ['recipients', 'formRecipients'] };
  const opened = { body: 0, recipients: 0 };
  let last;
  const endsSection = (p) => p.getElementsByTagName('w:sectPr').length > 0;
  for (const p of paragraphs) {
    const style = styleOf(p);
    const loop =
      BODY.test(style) && !endsSection(p) ? 'body' : style === 'Recipient' ? 'recipients' : undefined;
    if (!loop) {
      last = undefined;
      const name = NAMES[style]?.[nth(style)];
      if (name) setText(xml, p, `{${name}}`);
      continue;
    }
    if (last?.loop === loop && last.paragraph.nextSibling === p) {
      p.parentNode.removeChild(p);
      continue;
    }
    const name = loops[loop][opened[loop]++];
    if (!name) throw new Error(`a stretch of ${loop} more than the bench knows`);
    const text = loop === 'recipients' ? '- {text};' : '{text}';
    setText(xml, p, text);
    if (peer === 'easy-template-x') {
      setText(xml, p, `{#${name} [loopOver: "paragraph"]}${text}{/${name}}`);
      last = { loop, paragraph: p };
      continue;
    }
    const [open, close] = [p.cloneNode(true), p.cloneNode(true)];
    setText(xml, open, `{#${name}}`);
    setText(xml, close, `{/${name}}`);
    p.parentNode.insertBefore(open, p);
    p.parentNode.insertBefore(close, p.nextSibling);
    last = { loop, paragraph: close };
  }
  if (opened.body !== 3 || opened.recipients !== 2)
    throw new Error(`the template has ${opened.body} loops of body, ${opened.recipients} of recipients`);
  zip.file('word/document.xml', new XMLSerializer().serializeToString(xml));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function styleOf(p) {
  return p.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val') ?? '';
}

/** One run with `text`, in the format of the paragraph's first run; bookmarks and other runs go. */
function setText(xml, p, text) {
  const runs = Array.from(p.getElementsByTagName('w:r'));
  const first = runs.find((run) => run.getElementsByTagName('w:t').length > 0);
  if (!first) throw new Error(`a paragraph of style ${styleOf(p)} has no text`);
  for (const child of Array.from(p.childNodes))
    if (child.nodeName !== 'w:pPr' && child !== first) p.removeChild(child);
  for (const child of Array.from(first.childNodes)) if (child.nodeName !== 'w:rPr') first.removeChild(child);
  const t = xml.createElement('w:t');
  t.setAttribute('xml:space', 'preserve');
  t.appendChild(xml.createTextNode(text));
  first.appendChild(t);
}

/** docxtemplater: its objects cannot be used twice, so the template is unzipped and compiled for every paper. */
export function docxtemplaterPeer(template) {
  const PizZip = require('pizzip');
  const Docxtemplater = require('docxtemplater');
  return (data) => {
    const paper = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
    paper.render(data);
    return paper.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  };
}

/** easy-template-x: one handler for all papers. */
export async function easyTemplatePeer(template) {
  const { TemplateHandler } = await import('easy-template-x');
  const handler = new TemplateHandler();
  return (data) => handler.process(template, data);
}
