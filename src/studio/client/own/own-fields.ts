import type { FieldDefinition } from '../../../form/field.js';
import type { KindInfo } from '../../protocol.js';
import { SIGNERS_FIELD, SYMBOL_FIELD } from './own-values.js';

export interface OwnSection {
  readonly title: string;
  readonly help: string;
  readonly fields: readonly FieldDefinition[];
}

/** What is typed once for all papers, in the words that the kinds' own forms use. */
export function ownSections(kinds: readonly KindInfo[]): readonly OwnSection[] {
  const of = (key: string): readonly FieldDefinition[] => fieldOf(kinds, key);
  return [
    {
      title: 'Phần đầu văn bản',
      help: '',
      fields: [
        ...of('co_quan_chu_quan'),
        ...of('co_quan_ban_hanh'),
        SYMBOL,
        ...of('dia_danh'),
        ...of('nhan_danh'),
      ],
    },
    {
      title: 'Người ký',
      help: 'Người đầu tiên có sẵn trong văn bản mới; người khác thì chọn trong biểu mẫu.',
      fields: [SIGNERS],
    },
    {
      title: 'Nơi nhận',
      help: 'Những nơi hay gửi; trong từng văn bản vẫn thêm, bớt được.',
      fields: of('noi_nhan'),
    },
    {
      title: 'Soạn thảo và liên hệ',
      help: '',
      fields: [...of('ky_hieu_nguoi_soan_thao'), ...of('dia_chi_lien_he'), ...of('the_thuc')],
    },
  ].filter(({ fields }) => fields.length > 0);
}

/** As the first kind has it that is the agency's own paper: the one that says it must be there. */
function fieldOf(kinds: readonly KindInfo[], key: string): readonly FieldDefinition[] {
  const known = kinds.flatMap(({ fields }) =>
    fields.filter((field) => field.key === key && field.shared === undefined),
  );
  const field = known.find(({ required }) => required) ?? known[0];
  // Here nothing need be said.
  return field === undefined ? [] : [{ ...field, required: false }];
}

const SYMBOL: FieldDefinition = {
  key: SYMBOL_FIELD,
  label: 'Ký hiệu cơ quan',
  type: 'text',
  required: false,
  help: 'Chữ viết tắt tên cơ quan trong ký hiệu văn bản, ví dụ LĐLĐ. Kế hoạch mới sẽ có sẵn ký hiệu KH-LĐLĐ.',
};

const SIGNERS: FieldDefinition = {
  key: SIGNERS_FIELD,
  label: 'Người ký',
  type: 'list',
  required: false,
  item: {
    key: 'nguoi',
    label: 'Người ký',
    type: 'group',
    required: false,
    fields: [
      {
        key: 'quyen_han',
        label: 'Quyền hạn',
        type: 'text',
        required: false,
        help: 'TM., KT., TL., TUQ. hoặc Q.; hai dòng thì cách nhau bằng dấu gạch chéo, ví dụ TM. BAN THƯỜNG VỤ / KT. CHỦ TỊCH.',
      },
      { key: 'chuc_vu', label: 'Chức vụ', type: 'text', required: false, help: 'Ví dụ CHỦ TỊCH.' },
      { key: 'ho_ten', label: 'Họ tên', type: 'text', required: false },
    ],
  },
};
