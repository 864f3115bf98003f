/** The lines of a pasted list, without the dashes, bullets and numbers of its items and what ends them. */
export const pastedLines = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\s*(?:[-–—+•·*▪◦]|\d{1,2}[.)])\s+/u, '')
        .replace(/\s*;\s*$/, '')
        .trim(),
    )
    .filter((line) => line !== '');
