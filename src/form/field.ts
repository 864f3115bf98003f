/** What a kind's folder declares of its form; field types and checks are code, used by name. */
export type FieldType =
  | 'text' // one line, printed as typed
  | 'paragraph' // several lines, printed as typed
  | 'outline' // official text: "I. …", "1. …", "a) …", "- …"
  | 'date' // 12/9/2024, 2024-09-12, 9/2024, 2024; value: ISO, perhaps partial ("2024-09"), or ""
  | 'number' // whole, unless a limit is not; value: the digits as typed
  | 'choice' // one of `choices`; value: the choice's `value`
  | 'margins' // "20 20 30 15" or Trên/Dưới/Trái/Phải; value: { tren, duoi, trai, phai } in mm
  | 'reference' // "91/KH-LĐLĐ", or beside it "Số" and "Ký hiệu"; value: { so, ky_hieu }
  | 'sentence' // as text, but **bold** and *italic* in it are read; printed through <rich>
  | 'deadline' // "trước 10/3/2025", "trong Quý I năm 2025"; value: as typed
  | 'limit' // "không quá 250", "từ 100 đến dưới 300: 70 %, không quá 200"; value: as typed
  | 'share' // "không dưới 70 %", "không quá 15 % so với đại biểu chính thức"; value: as typed
  | 'money' // "250 triệu đồng", "200 - 300 triệu đồng"; value: as typed
  | 'moment' // "08 giờ 00, thứ Năm, ngày 20/3/2025 (tức 21/2 âm lịch)"; value: as typed
  | 'person' // "Nguyễn Văn A, Trưởng ban" or both as keys; value: { ho_ten, chuc_vu }
  | 'file' // a file of the user's, from the form's folder: "../ke-hoach.pdf"; value: as typed
  | 'list' // a list of `item`
  | 'group'; // fields of its own

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly aliases?: readonly string[];
}

export interface FieldDefinition {
  /** Unaccented Vietnamese snake_case: "trich_yeu". */
  readonly key: string;
  /** As people read it: "Trích yếu". Folding it gives `key`, or it is an alias of it. */
  readonly label: string;
  readonly help?: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly aliases?: readonly string[];
  readonly default?: string;
  readonly example?: string;
  readonly choices?: readonly Choice[];
  /** For `list`: what an item is; a scalar type, or a group. */
  readonly item?: FieldDefinition;
  /** For `group`: the key of the field that a value given without keys belongs to ("Căn cứ:" as a bare list). */
  readonly shorthand?: string;
  /** For `group`. */
  readonly fields?: readonly FieldDefinition[];
  /**
   * For `list` of a scalar type: a value written without dashes is allowed, and is parted at line ends and at this text
   * (" / ").
   */
  readonly separator?: string;
  /** A fact for checks, tables and other papers, with all that is in it: the kind's own template need not print it. */
  readonly unprinted?: boolean;
  /**
   * Which of a dossier's shared facts this is, where not that of the same key: another key, or "none" for what each paper
   * says itself.
   */
  readonly shared?: string;
  /** Further figures of a type: min, max, maxLength, minItems, maxItems; for margins in mm tren_min, tren_max, duoi_min … */
  readonly limits?: Readonly<Record<string, number>>;
}

/** A check across fields, by the name of the code that does it. */
export interface CheckDefinition {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface KindFields {
  /** "plan" */
  readonly slug: string;
  /** "Kế hoạch" */
  readonly name: string;
  readonly fields: readonly FieldDefinition[];
  readonly checks: readonly CheckDefinition[];
  /** Other names that a form may give the kind. */
  readonly aliases?: readonly string[];
  /** Of a dossier: a set of papers that share what its form says. */
  readonly papers?: PapersDefinition;
}

export interface PapersDefinition {
  /** The key of the list of papers; its items name their kind ("loai_van_ban"), their file and the way they are sent. */
  readonly list: string;
  /** Keys that among the shared facts stand for the main paper alone: its number, its subject. */
  readonly mainOnly: readonly string[];
}
