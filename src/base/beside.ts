/** A drive, a network name or a root: a path that does not depend on where it is named. */
const ABSOLUTE = /^(?:[A-Za-z]:|[\\/])/;

/** Of "../ke-hoach.pdf" named in "don-vi/form.yaml": "ke-hoach.pdf". Windows' backslashes part folders too; what comes out has `/`. */
export function besideFile(file: string, typed: string): string {
  const path = typed.replaceAll('\\', '/');
  const whole = ABSOLUTE.test(typed) ? path : folderOf(file) + path;
  const steps: string[] = [];
  for (const step of whole.split('/')) {
    if (step === '.') continue;
    const before = steps.at(-1);
    if (step === '..' && before !== undefined && before !== '' && before !== '..') steps.pop();
    else steps.push(step);
  }
  return steps.join('/');
}

/** "don-vi/" of "don-vi/form.yaml", "" where there is no folder. */
export function folderOf(file: string): string {
  const path = file.replaceAll('\\', '/');
  return path.slice(0, path.lastIndexOf('/') + 1);
}
