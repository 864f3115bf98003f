import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { DocumentSettings } from '../document/ast.js';
import type { Profile } from '../profile/profile.js';
import type { DraftedPaper } from './assemble-papers.js';

/** What holds for a whole file, and the field of the form that says it. */
const SETTINGS: readonly (readonly [keyof DocumentSettings, string])[] = [
  ['regime', 'the_thuc'],
  ['headerSet', 'bo_co_chu_phan_dau'],
  ['bodySize', 'co_chu_noi_dung'],
  ['margins', 'le_trang'],
  ['firstLine', 'thut_dau_dong'],
  ['lineSpacing', 'gian_dong'],
];

/** In one file all papers look as the main one does: a remark for each that asks for something else. */
export function findLostSettings(
  drafted: readonly DraftedPaper[],
  { defaults }: Profile,
): readonly Diagnostic[] {
  const main = drafted.find(({ paper }) => paper.way === 'van_ban_chinh');
  const sent = drafted.filter(({ paper }) => paper.way === 'gui_kem' || paper.way === 'phu_luc');
  return sent.flatMap(({ paper, document: { settings } }) =>
    SETTINGS.flatMap(([setting, key]): readonly Diagnostic[] => {
      const asked = settings[setting];
      const place = paper.form.locate(key);
      if (asked === undefined || place === undefined) return [];
      const given: DocumentSettings = { ...defaults, medium: 'paper', ...main?.document.settings };
      if (JSON.stringify(asked) === JSON.stringify(given[setting])) return [];
      const field = paper.form.labelOf(key);
      return [
        {
          code: 'dossier/lost-setting',
          severity: 'remark',
          message: `${paper.label}: "${field}" khác văn bản chính, trong tệp chung sẽ in theo văn bản chính`,
          place,
          field: `${paper.label} > ${field}`,
          hints: [`Ghi "${field}" ở phần chung, hoặc thêm --split để mỗi văn bản là một tệp riêng`],
        },
      ];
    }),
  );
}
