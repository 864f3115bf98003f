import { mmToTwip, type Pt, pt, type Twip } from '../base/lengths.js';
import type { Document, DocumentSettings } from '../document/ast.js';
import type { Profile, SizeFigure } from '../profile/profile.js';
import type { Sheet } from './resolved-document.js';

/** The settings of a paper with every default filled in; lengths in twips. */
export interface Figures {
  readonly electronic: boolean;
  readonly margins: Sheet['margins'];
  readonly firstLine: Twip;
  readonly lineSpacing: number;
  readonly ending: './.' | '.' | '';
  readonly sizeOf: (figure: SizeFigure) => Pt;
}

/** Fills in what the form leaves open from the profile. */
export function resolveFigures(document: Document, profile: Profile): Figures {
  const settings: DocumentSettings = document.settings;
  const headerSet = profile.headerSets[settings.headerSet ?? profile.defaults.headerSet];
  const body = settings.bodySize ?? profile.defaults.bodySize;
  const margins = settings.margins ?? profile.defaults.margins;
  const sizes = { ...headerSet, body, table: body - profile.table.smallerBy };
  return {
    electronic: settings.medium === 'electronic',
    margins: {
      top: mmToTwip(margins.top),
      right: mmToTwip(margins.right),
      bottom: mmToTwip(margins.bottom),
      left: mmToTwip(margins.left),
    },
    firstLine: mmToTwip(settings.firstLine ?? profile.defaults.firstLine),
    lineSpacing: settings.lineSpacing ?? profile.defaults.lineSpacing,
    ending: settings.ending ?? profile.defaults.ending,
    sizeOf: (figure) => pt(typeof figure === 'number' ? figure : sizes[figure]),
  };
}
