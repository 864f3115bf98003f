/** Letters from `from` to `to` (offsets in the normalised text, before any of the changes given together) become `insert`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Changes do not overlap; their order does not matter. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let [made, at] = ['', 0];
  for (const { from, to, insert } of [...changes].sort((one, other) => one.from - other.from)) {
    made += text.slice(at, from) + insert;
    at = to;
  }
  return made + text.slice(at);
}
