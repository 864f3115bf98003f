import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { AttachedTo, Block, Document, DocumentSection, DocumentSettings } from '../document/ast.js';
import { checkBlanks } from './build-blank.js';
import { buildBlock } from './build-blocks.js';
import { attribute, numbersAttribute, type Report, wordAttribute } from './read-attributes.js';
import type { Element } from './read-elements.js';

const isElement = (child: Element['children'][number]): child is Element => child.type === 'element';

/** Turns the elements of a checked tree into the document; what remains to be found is attributes with a wrong value. */
export function buildDocument(root: Element): Outcome<Document> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const elements = root.children.filter(isElement);
  const settings = buildSettings(root, report);
  const attachedTo = elements.find(({ name }) => name === 'attached-to');
  const sections = elements.filter(({ name }) => name === 'section');
  const value: Document = {
    type: 'document',
    kind: attribute(root, 'kind') ?? '',
    kindName: attribute(root, 'kind-name') ?? '',
    settings,
    sections: sections.map((section) => buildSection(section, report)),
    ...(attachedTo && { attachedTo: buildAttachedTo(attachedTo, sections, settings, report) }),
  };
  checkBlanks(root, report);
  return { value, diagnostics };
}

/** The form of what is sent says what it is sent with; that other appendices go with it too it does not know. */
function buildAttachedTo(
  element: Element,
  sections: readonly Element[],
  { medium }: DocumentSettings,
  report: Report,
): AttachedTo {
  const child = element.children.find(isElement);
  const letterhead = child && buildBlock(child, report);
  const count = sections.filter((section) => attribute(section, 'role') === 'appendix').length;
  return {
    kindName: attribute(element, 'kind-name') ?? '',
    ...(letterhead?.type === 'letterhead' && { letterhead }),
    medium,
    appendices: { before: 0, count },
  };
}

function buildSettings(root: Element, report: Report): DocumentSettings {
  const regime = wordAttribute(root, 'regime', ['nd30', 'congdoan'], report);
  const headerSet = wordAttribute(root, 'header-set', ['13-14-14', '12-13-13'], report);
  const bodySize = wordAttribute(root, 'body-size', ['13', '14'], report);
  const margins = numbersAttribute(root, 'margins', 4, report);
  const firstLine = numbersAttribute(root, 'first-line', 1, report)?.[0];
  const lineSpacing = numbersAttribute(root, 'line-spacing', 1, report)?.[0];
  // "none" and not "": an empty attribute is as if absent, and then the profile's own ending holds.
  const ending = wordAttribute(root, 'ending', ['./.', '.', 'none'], report);
  const formMode = wordAttribute(root, 'form-mode', ['hand', 'filled', 'fillable'], report);
  const unitKey = attribute(root, 'unit-key');
  return {
    medium: wordAttribute(root, 'medium', ['paper', 'electronic'], report) ?? 'paper',
    ...(regime && { regime }),
    ...(headerSet && { headerSet }),
    ...(bodySize && { bodySize: bodySize === '13' ? 13 : 14 }),
    ...(margins && {
      margins: { top: margins[0]!, bottom: margins[1]!, left: margins[2]!, right: margins[3]! },
    }),
    ...(firstLine !== undefined && { firstLine }),
    ...(lineSpacing !== undefined && { lineSpacing }),
    ...(ending && { ending: ending === 'none' ? '' : ending }),
    ...(formMode && { formMode }),
    ...(unitKey && { unitKey }),
  };
}

function buildSection(element: Element, report: Report): DocumentSection {
  return {
    role: wordAttribute(element, 'role', ['main', 'appendix', 'enclosure', 'form'], report) ?? 'main',
    orientation: wordAttribute(element, 'orientation', ['portrait', 'landscape'], report) ?? 'portrait',
    ...(wordAttribute(element, 'sheet', ['A4', 'A3'], report) === 'A3' && { sheet: 'A3' as const }),
    blocks: element.children.filter(isElement).map((child): Block => buildBlock(child, report)),
  };
}
