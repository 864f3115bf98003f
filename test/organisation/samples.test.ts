import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readRegister } from '../../src/organisation/read-register.js';
import { writeTable } from '../../src/table/write-table.js';
import { registerRows } from './register-rows.js';

const sample = (name: string): string => fileURLToPath(new URL(`../../samples/${name}`, import.meta.url));
const read = (name: string) => {
  const { value, diagnostics } = readRegister({ file: name, bytes: readFileSync(sample(name)) });
  expect(diagnostics).toEqual([]);
  return value!;
};

describe('the register among the samples', () => {
  const register = read('don-vi.yaml');

  it('has every kind of unit, the shortest and the longest name, and units that ended on different days', () => {
    expect(new Set(register.units.map(({ level }) => level)).size).toBe(6);
    const lengths = register.units.map(({ name }) => name.length);
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([10, 116]);
    expect([...new Set(register.units.map(({ to }) => to))]).toEqual(['', '2025-06-30', '2025-03-14']);
  });

  // GOLDEN=update makes the tables from the YAML again.
  it.each(['csv', 'xlsx'] as const)('is the same as %s, which is made from it', (format) => {
    const made = writeTable(registerRows(register), format);
    if (process.env['GOLDEN'] === 'update') writeFileSync(sample(`don-vi.${format}`), made);
    expect(Buffer.compare(readFileSync(sample(`don-vi.${format}`)), made)).toBe(0);
    const { units } = read(`don-vi.${format}`);
    expect(units).toEqual(register.units);
  });
});
