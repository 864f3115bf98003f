import type { FieldDefinition, KindFields } from '../field.js';
import type { FormValue } from '../form.js';
import type { Line } from '../lines.js';
import type { SourceText } from '../source-text.js';
import type { YamlNode } from '../tree.js';

/** A kind as far as a form is shown and edited by it. */
export type EditKind = Pick<KindFields, 'slug' | 'name' | 'fields' | 'aliases' | 'papers'>;

/** A value as the form pane edits it: what is typed, not what it means ("12/9/2024"). */
export type TypedValue = FormValue;

/** Offsets in the normalised text. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** What a form says, field by field, wrong or unfinished as it may be. */
export interface FormModel {
  /** Normalised. */
  readonly text: string;
  readonly kind: EditKind;
  /** The fields of the kind in its order, given or not; of a dossier also what its papers share. */
  readonly fields: readonly FieldModel[];
  /** What belongs to no field: it stays where it is. */
  readonly strays: readonly Stray[];
  /** The field at a path ("nguoi_ky.ho_ten", "kem_theo.0.ten"); lists are counted with their empty items. */
  readonly find: (path: string) => FieldModel | undefined;
  /** The text cannot be taken apart at all (a bracket that does not close): nothing can be shown or set. */
  readonly isBroken: boolean;
}

export interface FieldModel {
  /** By which it is edited: "noi_nhan.2". */
  readonly path: string;
  /** As problems and pages name it: there empty items of a list are not counted. */
  readonly formPath: string;
  readonly field: FieldDefinition;
  /**
   * As typed. Of a reference, a person and margins the whole ("91/KH-LĐLĐ"), also when their parts stand apart; of a group or
   * list what stands in its place without keys or dashes; else "".
   */
  readonly text: string;
  /** Where every letter of `text` stands; absent where nothing was typed, or where the text is put together. */
  readonly value?: SourceText;
  /** A key (of an item its dash) stands for it, perhaps with nothing behind it. */
  readonly isGiven: boolean;
  /** Without keys or dashes: "Thời gian: trước 10/3", "Số, ký hiệu: 91/KH-LĐLĐ", "Quyền hạn: TM. A / KT. B". */
  readonly isShort: boolean;
  /** Something of another shape stands there: text where a group belongs. */
  readonly isMisfit: boolean;
  /** Of the key. */
  readonly key?: TextRange;
  /** Of all that is given for it. */
  readonly range?: TextRange;
  /** Of a group, reference, person and margins, given or not. */
  readonly parts: readonly FieldModel[];
  /** Of a list, in the order of the file. */
  readonly items: readonly FieldModel[];
  readonly node?: YamlNode;
  readonly slot?: Slot;
}

/** Where a value stands in the text: behind a key's colon or an item's dash. */
export interface Slot {
  /** Of the key, the dash; in brackets of an item its value. */
  readonly at: number;
  /** Right behind the colon or dash. */
  readonly from: number;
  readonly isItem: boolean;
  /** In brackets (JSON, `[a, b]`), where dashes and indentation mean nothing. */
  readonly isFlow: boolean;
}

/** What stands in a form and belongs to no field. */
export interface Stray {
  readonly type: 'line' | 'unknown-key' | 'repeated-key';
  readonly range: TextRange;
  readonly text: string;
}

/** The text of a form with what reading it gave; what edits are computed from. */
export interface ReadModel extends FormModel {
  readonly lines: readonly Line[];
  /** All fields as parts of one group, whose node is the whole form. */
  readonly root: FieldModel;
  /** How many findings the reading of the text has, by which an edit is told that makes more. */
  readonly findings: number;
  /** What an item of a list is, by its place in the list. */
  readonly itemOf: (list: FieldDefinition, index: number) => FieldDefinition | undefined;
}

/** One wish of the form pane; `path` of the last three is the list's. Of several wishes each sees what those before it made. */
export type FieldEdit =
  /**
   * A text, an array for a list, an object for a group; what an object does not name is cleared. Nothing ("", [], {}) leaves
   * the key with nothing behind it. A path to the item behind a list's last one adds it.
   */
  | { readonly type: 'set'; readonly path: string; readonly value: TypedValue }
  | { readonly type: 'insert'; readonly path: string; readonly index: number; readonly value: TypedValue }
  | { readonly type: 'remove'; readonly path: string; readonly index: number }
  | { readonly type: 'move'; readonly path: string; readonly from: number; readonly to: number };
