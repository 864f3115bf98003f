/** Whether a file's lines end as Windows ends them (CR LF): most of them, where hands have mixed both. */
export function endsAsWindows(file: string): boolean {
  const all = file.split('\n').length - 1;
  const windows = file.split('\r\n').length - 1;
  return windows > all - windows;
}

/** A text of the page as it is written into a file: with the line ends that the file had. */
export const withLineEnds = (text: string, isWindows: boolean): string =>
  isWindows ? text.replaceAll('\n', '\r\n') : text;
