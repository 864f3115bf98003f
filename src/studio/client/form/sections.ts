import type { FieldDefinition } from '../../../form/field.js';

/** Fields that stand together under one heading. */
export interface Section {
  /** The key of its first field. */
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FieldDefinition[];
  /** Few papers need it: it is folded at first. */
  readonly isRare: boolean;
  /** It is one field, whose own label is the heading. */
  readonly isField: boolean;
}

/** Of the head, what few papers say; it is offered. */
const SELDOM = ['nhan_danh', 'don_vi', 'so_don_vi'];
export const isSeldom = ({ key, required }: FieldDefinition): boolean => !required && SELDOM.includes(key);

/** Which heading single fields stand under, by their keys; kinds of the user's own may have others. */
const HEAD = [
  'loai_van_ban',
  'co_quan_chu_quan',
  'co_quan_ban_hanh',
  'so_ky_hieu',
  'dia_danh',
  'ngay_ban_hanh',
  'nhan_danh',
  'don_vi',
  'so_don_vi',
  'loai_don_vi',
  'trich_yeu',
];
const LOOK = [
  'the_thuc',
  'hinh_thuc_van_ban',
  'bo_co_chu_phan_dau',
  'co_chu_noi_dung',
  'le_trang',
  'thut_dau_dong',
  'gian_dong',
  'ket_thuc',
  'huong_giay',
];
const MARKS = [
  'do_mat',
  'do_khan',
  'pham_vi_luu_hanh',
  'ky_hieu_nguoi_soan_thao',
  'so_ban',
  'dia_chi_lien_he',
];
const SIGNER = ['quyen_han', 'chuc_vu', 'ho_ten'];

/** So many sections are too long a way to scroll: then they are an overview, to be opened one by one. */
const MANY = 12;
export const isMany = (sections: readonly Section[]): boolean => sections.length > MANY;

type Heading = 'head' | 'look' | 'marks' | 'signer' | 'other' | 'own';

/**
 * The fields in the form's order, in sections: a group, a list or a long text is one by itself. What belongs under a heading
 * that is there already joins it, so that no heading stands twice.
 */
export function sectionsOf(fields: readonly FieldDefinition[]): readonly Section[] {
  const runs: { heading: Heading; fields: FieldDefinition[] }[] = [];
  for (const field of fields) {
    const heading = headingOf(field);
    const run = heading === 'other' ? runs.at(-1) : runs.find((one) => one.heading === heading);
    if (run !== undefined && heading !== 'own' && run.heading === heading) run.fields.push(field);
    else runs.push({ heading, fields: [field] });
  }
  return runs.map(({ heading, fields: run }) => ({
    id: run[0]!.key,
    title: titleOf(heading, run),
    fields: run,
    isRare: heading === 'look' || heading === 'marks',
    isField: run.length === 1 && heading === 'own',
  }));
}

function headingOf({ key, type }: FieldDefinition): Heading {
  if (HEAD.includes(key)) return 'head';
  if (LOOK.includes(key)) return 'look';
  if (MARKS.includes(key)) return 'marks';
  if (SIGNER.includes(key)) return 'signer';
  return type === 'group' || type === 'list' || type === 'outline' ? 'own' : 'other';
}

function titleOf(heading: Heading, run: readonly FieldDefinition[]): string {
  switch (heading) {
    case 'head':
      return 'Phần đầu văn bản';
    case 'look':
      return 'Cách trình bày';
    case 'marks':
      return 'Độ mật, độ khẩn, liên hệ';
    case 'signer':
      return 'Người ký';
    case 'own':
      return run[0]!.label;
    case 'other':
      return run.length > 2
        ? `${run[0]!.label}, ${lowerFirst(run[1]!.label)} …`
        : run.map(({ label }) => label).join(', ');
  }
}

const lowerFirst = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);
