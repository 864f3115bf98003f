import type { FieldDefinition } from '../../../form/field.js';

/** How a field is shown. */
export type Widget =
  | 'line' // one short line
  | 'prose' // a text that grows with what is typed
  | 'outline'
  | 'date'
  | 'radios'
  | 'select'
  | 'parts' // a row of short parts: margins, a number and its symbol, a name and an office
  | 'file'
  | 'lines' // a list of scalars, one below the other
  | 'rows' // a list of texts that may have some short facts beside them
  | 'grid' // a list of short records as a table
  | 'cards' // a list of groups
  | 'group';

/** So many choices, with labels of so many letters together, are seen at one glance. */
const MOST_RADIOS = 3;
const MOST_RADIO_LETTERS = 48;
const [LEAST_COLUMNS, MOST_COLUMNS] = [2, 6];

export function widgetOf(field: FieldDefinition): Widget {
  switch (field.type) {
    case 'text':
    case 'sentence':
    case 'paragraph':
      return 'prose';
    case 'outline':
      return 'outline';
    case 'date':
      return 'date';
    case 'number':
    case 'deadline':
    case 'limit':
    case 'share':
    case 'money':
    case 'moment':
      return 'line';
    case 'choice':
      return isSeenAtOnce(field) ? 'radios' : 'select';
    case 'margins':
    case 'reference':
    case 'person':
      return 'parts';
    case 'file':
      return 'file';
    case 'list':
      return listWidget(field.item);
    case 'group':
      return 'group';
  }
}

const isSeenAtOnce = ({ choices = [] }: FieldDefinition): boolean =>
  choices.length <= MOST_RADIOS &&
  choices.reduce((letters, { label }) => letters + label.length, 0) <= MOST_RADIO_LETTERS;

function listWidget(item: FieldDefinition | undefined): Widget {
  if (item?.type !== 'group') return 'lines';
  if (mainOf(item) !== undefined) return 'rows';
  const fields = item.fields ?? [];
  const fits = fields.length >= LEAST_COLUMNS && fields.length <= MOST_COLUMNS && fields.every(isShort);
  return fits && !fields.some(({ key }) => key === OWN_WORDS) ? 'grid' : 'cards';
}

const SHORT: readonly FieldDefinition['type'][] = [
  'text',
  'sentence',
  'number',
  'choice',
  'date',
  'deadline',
  'limit',
  'share',
  'money',
  'moment',
];
const isShort = ({ type }: FieldDefinition): boolean => SHORT.includes(type);

/** The writer's own sentence in place of what is made of the facts beside it. */
export const OWN_WORDS = 'viet_la';

/** Of an item that mostly is one text, that text: its other fields are all short and may be left out. */
export function mainOf(item: FieldDefinition): FieldDefinition | undefined {
  const { fields = [], shorthand } = item;
  const main = fields.find(({ key }) => key === shorthand);
  if (main?.required !== true || !isShort(main)) return undefined;
  const areAside = fields.every((field) => field === main || (!field.required && isShort(field)));
  return areAside ? main : undefined;
}

/** Parts of a group that most papers leave out; they are offered, and shown once they are wanted. */
const EXTRAS = ['tieu_de', 'loi_dan', 'noi_dung_khac', 'ghi_chu', 'loi_cuoi', 'khoa', OWN_WORDS];

/** What a kind itself says to be for some papers only. */
const SELDOM = /^Chỉ dùng /u;

export const isExtra = ({ key, required, help = '' }: FieldDefinition): boolean =>
  !required && (EXTRAS.includes(key) || SELDOM.test(help));
