/** Files that the page reads and writes, by their extension; nothing else of the folder is served or replaced. */
const FORM_TYPES: ReadonlySet<string> = new Set(['yaml', 'yml', 'json']);
/** Each with the bytes that such a file begins with; none where it is text. */
const OTHER_TYPES: Readonly<Record<string, readonly (readonly number[])[]>> = {
  docx: [[0x50, 0x4b]],
  xlsx: [[0x50, 0x4b]],
  zip: [[0x50, 0x4b]],
  pdf: [],
  png: [[0x89, 0x50, 0x4e, 0x47]],
  jpg: [[0xff, 0xd8, 0xff]],
  jpeg: [[0xff, 0xd8, 0xff]],
  svg: [],
  csv: [],
  ics: [],
};

export const MOST_FORM = 5_000_000;
export const MOST_FILE = 50_000_000;

/** "yaml" of "a/b.YAML"; "" where there is none. */
export const extensionOf = (path: string): string =>
  /[^/]\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

export const isFormFile = (path: string): boolean => FORM_TYPES.has(extensionOf(path));

export const isKnownFile = (path: string): boolean =>
  isFormFile(path) || Object.hasOwn(OTHER_TYPES, extensionOf(path));

export const mostOf = (path: string): number => (isFormFile(path) ? MOST_FORM : MOST_FILE);

/** Whether bytes can be what the name says: no form is made of what is no text, no DOCX of what is no archive. */
export function isWhatItSays(path: string, bytes: Uint8Array): boolean {
  if (isFormFile(path)) return isText(bytes);
  const starts = OTHER_TYPES[extensionOf(path)] ?? [];
  if (extensionOf(path) === 'pdf') return latin(bytes.subarray(0, 1024)).includes('%PDF-');
  return starts.length === 0 || starts.some((start) => start.every((byte, at) => bytes[at] === byte));
}

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
}
