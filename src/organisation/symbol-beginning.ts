import { TYPE_ABBREVIATIONS } from '../profile/type-abbreviations.js';

/**
 * What a paper's symbol begins with: its kind's abbreviation; of what is sent with another paper, whose number it bears, that
 * of the other paper (`Văn bản chính`). `saidOf`: a value of the form by its key, or what holds where the form says nothing.
 */
export function symbolBeginning(
  { abbreviation = '' }: { readonly abbreviation?: string },
  saidOf: (key: string) => string | undefined,
): string {
  const main = saidOf('cach_trinh_bay') === 'van_ban_rieng' ? undefined : saidOf('van_ban_chinh');
  if (main === undefined) return abbreviation;
  return Object.entries(TYPE_ABBREVIATIONS).find(([name]) => name === main)?.[1] ?? '';
}
