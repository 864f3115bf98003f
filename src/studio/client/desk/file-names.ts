/** The file type that a browser gives with a download. */
export function mediaType(name: string): string {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return MEDIA_TYPES[ending] ?? 'application/octet-stream';
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  zip: 'application/zip',
  csv: 'text/csv',
  yaml: 'text/yaml',
};

/** "Hội nghị/ke-hoach.yaml" to "ke-hoach.yaml". */
export const lastName = (path: string): string => path.split('/').at(-1) ?? path;

/** "Hội nghị/ke-hoach.yaml" to "Hội nghị"; "" of a file of the folder itself. */
export const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');

/** "ke-hoach.yaml" to "ke-hoach". */
export const withoutEnding = (name: string): string => name.replace(/\.[a-z0-9]{1,5}$/i, '');

/** What Word, Windows and macOS leave beside files: "~$ke-hoach.docx". */
export const isLeftBehind = (path: string): boolean => /^(?:~\$|\._|\.~)/.test(lastName(path));

/** A path as a form names a file beside it: undefined where it leads out of the folder. */
export function pathBeside(name: string, form: string): string | undefined {
  const steps = [...form.split('/').slice(0, -1)];
  for (const step of name.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return /^(\/|[a-z]:)/i.test(name) ? undefined : steps.join('/');
}

/** A name that none of `taken` has: "ke-hoach.yaml", "ke-hoach 2.yaml". */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((one) => one.toLowerCase()));
  const stem = withoutEnding(name);
  const ending = name.slice(stem.length);
  let free = name;
  for (let count = 2; used.has(free.toLowerCase()); count++) free = `${stem} ${count}${ending}`;
  return free;
}
