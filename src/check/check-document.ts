import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Locate } from '../diagnostic/locate.js';
import type { Document, Signature } from '../document/ast.js';
import { isUnion, mainLetterhead } from '../resolve/regime.js';
import type { CheckedPaper, Finding, Rule } from './rule.js';
import { abbreviatedIssuer } from './rules/r21-abbreviated-issuer.js';
import { symbolOfKind } from './rules/r28-symbol-of-kind.js';
import { missingSymbol } from './rules/r31-missing-symbol.js';
import { spacedSymbol } from './rules/r31-spaced-symbol.js';
import { missingPlace } from './rules/r36-place.js';
import { subjectForm } from './rules/r38-subject-form.js';
import { signingPrefix } from './rules/r58-signing-prefix.js';
import { deputySigns } from './rules/r59-deputy-signs.js';
import { academicTitle } from './rules/r63-academic-title.js';
import { archiveLine } from './rules/r76-archive-line.js';
import { announcedAppendix } from './rules/r78-announced-appendix.js';
import { bannerLook } from './rules/r162-banner.js';

const RULES: readonly Rule[] = [
  abbreviatedIssuer,
  symbolOfKind,
  missingSymbol,
  spacedSymbol,
  missingPlace,
  subjectForm,
  signingPrefix,
  deputySigns,
  academicTitle,
  archiveLine,
  announcedAppendix,
  bannerLook,
];

/** Holds a document (outlines expanded) against the rules that its words can break; measures are right by construction. */
export function checkDocument(
  document: Document,
  abbreviation: string | undefined,
  locate: Locate,
  labelOf: (path: string) => string,
): readonly Diagnostic[] {
  const main = document.sections.find((section) => section.role === 'main');
  const paper: CheckedPaper = {
    document,
    regime: document.settings.regime ?? (isUnion(document) ? 'congdoan' : 'nd30'),
    letterhead: mainLetterhead(document),
    signature: main?.blocks.find((block): block is Signature => block.type === 'signature'),
    abbreviation,
  };
  const found: Diagnostic[] = [];
  for (const rule of RULES)
    for (const finding of rule.check(paper)) found.push(toDiagnostic(rule, finding, locate, labelOf));
  return found;
}

function toDiagnostic(
  rule: Rule,
  finding: Finding,
  locate: Locate,
  labelOf: (path: string) => string,
): Diagnostic {
  const { origin, length, severity, message, actual, expected, hints } = finding;
  const field = origin?.type === 'field' ? origin : undefined;
  const end = field === undefined || length === undefined ? undefined : field.offset + length;
  const place = field === undefined ? undefined : locate(field.path, field.offset, end);
  return {
    code: `nd30/${rule.id}`,
    severity,
    message,
    clause: rule.clause,
    ...(place === undefined ? {} : { place }),
    ...(field === undefined ? {} : { field: labelOf(field.path) }),
    ...(actual === undefined ? {} : { actual }),
    ...(expected === undefined ? {} : { expected }),
    ...(hints === undefined ? {} : { hints }),
  };
}
