import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { kindError, suggest } from './errors.js';
import type { Kind } from './kind.js';
import type { FieldPlaces } from './read-fields.js';

/** What an item of a dossier's list of papers must be able to say: its kind, its file, the way it is sent. */
const PAPER_KEYS = ['loai_van_ban', 'ten_tep', 'cach_gui'] as const;

/** The ways in which a paper of a dossier is sent, as the choice `cach_gui` has them. */
export const WAYS_OF_SENDING = ['van_ban_chinh', 'gui_kem', 'phu_luc', 'rieng'] as const;

/** Holds a dossier's list of papers against what is read of it. */
export function checkPapers(
  { definition, folder }: Pick<Kind, 'definition' | 'folder'>,
  places: FieldPlaces,
): readonly Diagnostic[] {
  const { papers, fields } = definition;
  const at = { file: `${folder}/kind.yaml`, start: 0, end: 0 };
  const list = fields.find(({ key }) => key === papers?.list);
  if (list?.item?.type !== 'group') {
    const message = `"papers" cần khóa của một danh sách có các mục là nhóm trường, nhưng ghi "${papers?.list}"`;
    const lists = fields.filter(({ type }) => type === 'list').map(({ key }) => key);
    return [kindError('bad-value', message, at, suggest(papers?.list ?? '', lists))];
  }
  const parts = list.item.fields ?? [];
  const place = places.get(list.item) ?? at;
  const missing = PAPER_KEYS.filter((key) => !parts.some((part) => part.key === key));
  const ways = parts.find(({ key }) => key === 'cach_gui')?.choices?.map(({ value }) => value) ?? [];
  const unknown = ways.filter((way) => !WAYS_OF_SENDING.some((known) => known === way));
  return [
    ...missing.map((key) => kindError('missing-key', `Mục của "${list.label}" thiếu trường "${key}"`, place)),
    ...unknown.map((way) =>
      kindError('bad-value', `Cách gửi "${way}" không có`, place, suggest(way, WAYS_OF_SENDING)),
    ),
  ];
}
