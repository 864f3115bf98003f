import type { NamedFile, Problem } from '../../protocol.js';
import type { Desk } from '../desk/desk.js';

/** The files that the form or a row of the table names and that are not there, each once, as typed. */
export const unreadFiles = (problems: readonly Problem[]): readonly string[] => [
  ...new Set(
    problems.flatMap(({ code, actual }) => (code === 'file/unread' && actual !== undefined ? [actual] : [])),
  ),
];

/** Those of them that lie beside the form in the folder. */
export async function filesBeside(
  desk: Pick<Desk, 'readBeside'>,
  names: readonly string[],
  form: string,
): Promise<readonly NamedFile[]> {
  const found = await Promise.all(names.map((name) => desk.readBeside(name, form).catch(() => undefined)));
  return found.filter((file) => file !== undefined);
}
