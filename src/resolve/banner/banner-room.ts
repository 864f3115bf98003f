import { ptToTwip, type Twip, twip } from '../../base/lengths.js';
import { type ResolveContext, styleOf } from '../context.js';
import { stackHeight } from '../height.js';
import type { ResolvedBlock, ResolvedParagraph, Sheet } from '../resolved-document.js';
import { SEAM_HEIGHT } from '../seam.js';

/**
 * What a mock-up may take of a page: all but what stands before the first one, so that title, picture and size go on one page
 * and the pictures of one section are of one scale.
 */
export function bannerRoom(
  context: ResolveContext,
  { sheet, textWidth }: { readonly sheet: Sheet; readonly textWidth: Twip },
  before: readonly ResolvedBlock[],
): { readonly width: Twip; readonly height: Twip } {
  const first = before.findIndex((block) => block.type === 'table' && block.purpose === 'banner');
  const above = (first < 0 ? before : before.slice(0, first)).filter(
    (block): block is ResolvedParagraph => block.type === 'paragraph',
  );
  const caption = styleOf(context, 'BannerCaption').paragraph;
  const used =
    stackHeight(above, textWidth, context.fonts) +
    ptToTwip(context.profile.banner.mockUp.before) +
    caption.before +
    caption.pitch +
    2 * SEAM_HEIGHT;
  const height = sheet.height - sheet.margins.top - sheet.margins.bottom - used;
  return { width: textWidth, height: twip(Math.max(height, textWidth / 4)) };
}
