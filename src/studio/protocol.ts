import type { Severity } from '../diagnostic/diagnostic.js';
import type { FieldDefinition, PapersDefinition } from '../form/field.js';
import type { FormValue } from '../form/form.js';

/**
 * What the page and the engine tell each other. The engine is all stages from the form's text to finished files; it runs in a
 * worker of the browser, so that typing never waits for it, and in tests as a plain object. Everything here can be cloned
 * from one thread to another. Offsets are into the normalised text of a form (`vietnamese/normalise.ts`).
 */
export interface Engine {
  readonly kinds: () => Promise<readonly KindInfo[]>;
  /** The first page of a kind's sample, of a dossier that of its main paper, as an SVG file; undefined where there is none. */
  readonly picture: (slug: string) => Promise<string | undefined>;
  /** The pages and problems of a form as it is now, wrong or unfinished as it may be. */
  readonly look: (request: LookRequest) => Promise<Look>;
  readonly write: (request: WriteRequest) => Promise<Written>;
  /** A form file as text, or a DOCX or PDF of ours as the form that its facts make. */
  readonly open: (file: NamedFile) => Promise<Opened>;
  /** The four faces of Times New Roman, as files of any names; without files the program's own Tinos. */
  readonly useFonts: (files: readonly NamedFile[]) => Promise<FontsUsed>;
  /**
   * A kind under edit: the module that `kind/write-built-kind.ts` writes, by its address; again as it was built with "".
   * `texts`: those of its files, by the names in which findings call them ("@kind/plan/template.hbs"); these name their line then.
   */
  readonly useKind: (
    slug: string,
    address: string,
    texts?: Readonly<Record<string, string>>,
  ) => Promise<readonly KindInfo[]>;
  readonly openTable: (request: TableRequest) => Promise<TableOpened>;
  /** Makes the papers of a table's next units; stopped and gone on with by asking for the next or not. */
  readonly makeUnits: (request: UnitsRequest) => Promise<readonly UnitMade[]>;
  readonly blankTable: (slug: string, format: 'xlsx' | 'csv') => Promise<NamedFile>;
  readonly collect: (files: readonly NamedFile[]) => Promise<Collected>;
  /** Files as one archive; the same files give the same bytes. */
  readonly zip: (files: readonly NamedFile[], name: string) => Promise<NamedFile>;
}

/** A file with the name that people see; a path where it lies in a folder, with "/". */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface KindInfo {
  readonly slug: string;
  /** "Kế hoạch" */
  readonly name: string;
  readonly aliases: readonly string[];
  /** What the symbols of its papers begin with where the form says nothing else: "KH"; "" of a set, which has its main paper's. */
  readonly abbreviation: string;
  /** A set of papers that share their facts. */
  readonly isDossier: boolean;
  /** Of such a set: the key of its list of papers, and what it says of the main one alone. */
  readonly papers?: PapersDefinition;
  readonly fields: readonly FieldDefinition[];
  /** A complete form, as text. */
  readonly sample: string;
  /** One of the user's own, or changed since the program was built. */
  readonly isOwn: boolean;
}

/** Files that a form names, by the names that it gives them. */
export type GivenFiles = readonly NamedFile[];

export interface FormSource {
  /** Of the form file: "ke-hoach.yaml". */
  readonly file: string;
  readonly text: string;
  readonly given: GivenFiles;
}

export interface LookRequest {
  readonly source: FormSource;
  /** Pages that need not come again. */
  readonly known: readonly string[];
  /** With margins, baselines, boxes, their rules and sizes (for who writes templates). */
  readonly overlay?: boolean;
  /** With the tree and the markup as text. */
  readonly insides?: boolean;
}

export interface Look {
  /** Absent where the form does not say, or names one that there is none of. */
  readonly kind?: string;
  readonly papers: readonly LookedPaper[];
  readonly problems: readonly Problem[];
  /** Files that the form names and that were not given with it, by the names that it gives them. */
  readonly wanted?: readonly string[];
  readonly insides?: { readonly tree: string; readonly markup: string };
}

export interface LookedPaper {
  /** Of several papers what tells them apart: "Phông hội nghị"; else "". */
  readonly label: string;
  /** The name of its files, without extension. */
  readonly name: string;
  readonly pages: readonly LookedPage[];
  /** Its files beside DOCX and PDF: of a banner each in true proportions. */
  readonly isBanner: boolean;
  /** Of a set: the places in its list of the papers that are in it, the one that it is named after first. */
  readonly items?: readonly number[];
  /** "van_ban.2.": what stands before the paths on its pages; absent where they are those of the form. */
  readonly under?: string;
}

export interface LookedPage {
  /** Two pages of one id look the same. */
  readonly id: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** "2", "Phụ lục I - 1": what people call it. */
  readonly label: string;
  /** Of one that is printed at a size of its own, a banner. */
  readonly print?: PrintSize;
  /**
   * An SVG file, whose texts bear `data-f` (path of a field) and `data-o` (offset in it); absent of a page that the asker
   * knows.
   */
  readonly svg?: string;
}

/** How large a banner is once it hangs, in points or in pixels of a screen; marks and notes around it do not count. */
export interface PrintSize {
  readonly width: number;
  readonly height: number;
  readonly isPixels: boolean;
  /** The file is so many times smaller; 1 where it is of true size. */
  readonly reducedBy: number;
}

/** A finding as the page shows it. */
export interface Problem {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** "nguoi_ky.ho_ten": the field under which it is shown. */
  readonly path?: string;
  /** "Người ký > Họ tên" */
  readonly label?: string;
  readonly actual?: string;
  readonly expected?: string;
  /** "Phụ lục I, Mục II.3.b" */
  readonly clause?: string;
  readonly hints: readonly string[];
  /** In the form's text. */
  readonly range?: { readonly from: number; readonly to: number };
  /** Where it is elsewhere: "don-vi.xlsx:Sheet1!B4", a line of a template. */
  readonly elsewhere?: string;
}

export type WriteFormat = 'docx' | 'pdf' | 'png' | 'svg';

export interface WriteRequest {
  readonly source: FormSource;
  readonly formats: readonly WriteFormat[];
  /** Which of the papers that `look` gave; all without. */
  readonly paper?: number;
  /** As `render --no-data`. */
  readonly bare?: boolean;
  /** As `render --split`. */
  readonly split?: boolean;
}

export interface Written {
  /** Named as `render --name` names them. Empty where an error keeps the paper from being made. */
  readonly files: readonly NamedFile[];
  readonly problems: readonly Problem[];
}

export interface Opened {
  /** Of a text file its own; else "<name>.yaml". */
  readonly file: string;
  readonly text?: string;
  readonly problems: readonly Problem[];
}

export interface FontsUsed {
  /** "Times New Roman", "Tinos đi kèm chương trình". */
  readonly source: string;
  readonly family: 'Times New Roman' | 'Tinos';
  readonly problems: readonly Problem[];
  /** What the page draws with, to be given to `FontFace`; empty where the browser has the family itself. */
  readonly faces: readonly {
    readonly family: string;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly bytes: Uint8Array;
  }[];
}

export interface TableRequest {
  readonly source: FormSource;
  readonly table: NamedFile;
  readonly sheet?: string;
  readonly formats: readonly ('docx' | 'pdf')[];
  readonly namePattern?: string;
}

export interface TableOpened {
  readonly units: readonly TableUnit[];
  /** Of the table, and of all units, each with its cell in `elsewhere`. */
  readonly problems: readonly Problem[];
}

export interface TableUnit {
  /** As the spreadsheet counts. */
  readonly row: number;
  readonly unit: string;
  readonly key: string;
  /** Below the output folder, without extension. */
  readonly stem: string;
  readonly isFaulty: boolean;
}

export interface UnitsRequest extends TableRequest {
  readonly rows: readonly number[];
}

export interface UnitMade {
  readonly row: number;
  readonly files: readonly NamedFile[];
  readonly problems: readonly Problem[];
}

export interface Collected {
  readonly rows: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
  readonly xlsx: NamedFile;
  readonly csv: NamedFile;
}

/** "Cơ quan của tôi": what a new form begins with. Values by the paths of fields, as `kind.yaml` of most kinds has them. */
export interface OwnAgency {
  readonly values: Readonly<Record<string, FormValue>>;
  readonly signers: readonly {
    readonly capacity: string;
    readonly position: string;
    readonly fullName: string;
  }[];
}
