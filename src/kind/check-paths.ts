import type { FormCheck } from '../form/checks/check.js';
import { pathList } from '../form/checks/paths.js';
import type { FieldDefinition } from '../form/field.js';
import { partsOf } from '../form/key-table.js';
import { kindError, suggest } from './errors.js';
import { type FileRecord, type KindFile, placeOf, textOf } from './read-record.js';

/** A check that looks at a field which no form can have finds nothing, ever: its paths must be declared. */
export function checkPaths(
  check: FormCheck,
  record: FileRecord,
  fields: readonly FieldDefinition[],
  file: KindFile,
): void {
  const parameters = [...check.parameters, ...(check.optional ?? [])];
  for (const parameter of parameters.filter((name) => check.words?.includes(name) !== true)) {
    for (const path of pathList(textOf(record, parameter, file) ?? '')) {
      const known = declaredPaths(fields, '');
      if (known.includes(path)) continue;
      const message = `Kiểm tra "${check.name}" xem trường "${path}" mà kind.yaml không khai báo`;
      const place = placeOf(record.values.get(parameter)!, file);
      file.diagnostics.push(kindError('undeclared-field', message, place, suggest(path, known)));
    }
  }
}

/** "kem_theo", "kem_theo.*", "kem_theo.*.ten" */
function declaredPaths(fields: readonly FieldDefinition[], prefix: string): readonly string[] {
  return fields.flatMap((field) => pathsFrom(field, prefix + field.key));
}

function pathsFrom(field: FieldDefinition, path: string): readonly string[] {
  const item = field.item === undefined ? [] : pathsFrom(field.item, `${path}.*`);
  return [path, ...item, ...declaredPaths(partsOf(field), `${path}.`)];
}
