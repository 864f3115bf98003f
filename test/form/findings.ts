import { textPosition } from '../../src/diagnostic/text-position.js';
import { read } from './plan-fields.js';

/** "3:14 form/number: …" for every error (and what is less, where asked for). */
export function errors(source: string, all = false): string[] {
  return read(source)
    .diagnostics.filter((d) => all || d.severity === 'error')
    .map((d) => {
      const at =
        d.place !== undefined && 'start' in d.place ? textPosition(source, d.place.start) : undefined;
      return `${at?.line}:${at?.column} ${d.code}: ${d.message}`;
    });
}

/** Every hint of a form, one a line. */
export const hints = (source: string): string =>
  read(source)
    .diagnostics.flatMap((d) => d.hints ?? [])
    .join('\n');
