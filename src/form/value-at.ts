import type { FormValue } from './form.js';

/** The value at a path ("kem_theo.0.ten"); undefined where there is none. */
export function valueAt(values: FormValue, path: string): FormValue | undefined {
  let value: FormValue | undefined = values;
  for (const step of path.split('.')) {
    if (value === undefined || typeof value === 'string') return undefined;
    value = (value as Readonly<Record<string, FormValue>>)[step];
  }
  return value;
}
