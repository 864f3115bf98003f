/** Ends every `switch` over a union: a variant that is forgotten is a type error, and a throw if one gets through. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected variant: ${JSON.stringify(value)}`);
}
