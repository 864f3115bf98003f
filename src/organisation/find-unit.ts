import { createOwned } from '../base/memory.js';
import { foldKey } from '../vietnamese/fold-key.js';
import { nearest } from '../vietnamese/nearest.js';
import { presence, type Register, type Unit } from './register.js';

/**
 * The unit of a key or a name as typed. Of several of one name (a union that ended and one that began under its name) the
 * one that was there on the day; without a day, or when none was, the last.
 */
export function findUnit(register: Register, typed: string, day: string | undefined): Unit | undefined {
  const wanted = foldKey(typed);
  const found = register.unitOf(typed);
  if (found !== undefined && foldKey(found.key) === wanted) return found;
  const alike = namesOf(register).get(wanted) ?? [];
  const exact = alike.filter(({ name }) => sameName(name, typed));
  const named = exact.length > 0 ? exact : alike;
  return named.find((unit) => day !== undefined && presence(unit, day) === 'there') ?? named.at(-1);
}

/** The units of every folded name: a table may name thousands. */
const namesOf = createOwned((register: Register): ReadonlyMap<string, readonly Unit[]> => {
  const found = new Map<string, Unit[]>();
  for (const unit of register.units) {
    const name = foldKey(unit.name);
    const others = found.get(name);
    if (others === undefined) found.set(name, [unit]);
    else others.push(unit);
  }
  return found;
});

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.trim().toLowerCase();

/** How many names are offered for one that is not known. */
const MOST_SUGGESTED = 3;

/** The units that a mistyped key or name most likely means, the likeliest first. */
export function nearestUnits(register: Register, typed: string): readonly Unit[] {
  const found: Unit[] = [];
  while (found.length < MOST_SUGGESTED) {
    const others = register.units.filter((unit) => !found.includes(unit));
    const near = nearest(
      typed,
      others.flatMap(({ key, name }) => [name, key]),
    );
    const unit =
      near === undefined ? undefined : others.find(({ key, name }) => name === near || key === near);
    if (unit === undefined) return found;
    found.push(unit);
  }
  return found;
}

/** The unit that came after this one, and after that, until one was there on the day. */
export function successorOn(register: Register, unit: Unit, day: string): Unit | undefined {
  const next = register.unitOf(unit.successor);
  if (unit.successor === '' || next === undefined) return undefined;
  return presence(next, day) === 'no-more' ? successorOn(register, next, day) : next;
}

/**
 * The superior of a unit on a day: the one named, or, when that one had ended, who came after it; when it had not begun,
 * who it came after, if that was one alone. Undefined where the register does not tell.
 */
export function parentOn(register: Register, unit: Unit, day: string | undefined): Unit | undefined {
  const parent = unit.parent === '' ? undefined : register.unitOf(unit.parent);
  if (parent === undefined || day === undefined) return parent;
  switch (presence(parent, day)) {
    case 'there':
      return parent;
    case 'no-more':
      return successorOn(register, parent, day);
    case 'not-yet': {
      const before = register.units.filter(
        (other) => register.unitOf(other.successor) === parent && presence(other, day) === 'there',
      );
      return before.length === 1 ? before[0] : undefined;
    }
  }
}
