/** What a list of papers says of a form: the words behind "Trích yếu", or of the event. "" where it says neither. */
export function subjectOf(text: string): string {
  const lines = text.normalize('NFC').split('\n');
  for (const key of [/^trích yếu\s*:(.*)$/i, /^trich_yeu\s*:(.*)$/i, /^\s*(?:tên|ten)\s*:(.*)$/i]) {
    const at = lines.findIndex((line) => key.test(line));
    if (at === -1) continue;
    const said = key.exec(lines[at] ?? '')?.[1]?.trim() ?? '';
    const words = /^[|>]/.test(said) || said === '' ? indentedFrom(lines, at + 1) : unquoted(said);
    if (words !== '') return words;
  }
  return '';
}

function indentedFrom(lines: readonly string[], start: number): string {
  const taken: string[] = [];
  for (const line of lines.slice(start)) {
    if (line.trim() !== '' && !/^\s/.test(line)) break;
    if (line.trim() !== '') taken.push(line.trim());
  }
  return taken.slice(0, 2).join(' ');
}

const unquoted = (said: string): string => said.replace(/^(["'])(.*)\1$/, '$2');
