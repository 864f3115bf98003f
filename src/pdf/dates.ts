const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A paper's own date has no zone: it is a day in Vietnam. */
const VIETNAM = '+07:00';

/** A moment in the two forms that a PDF writes. Undefined for what is not an ISO date. No clock and no local zone is asked. */
export const pdfDate = (iso: string): { readonly info: string; readonly xmp: string } | undefined => {
  const found = ISO.exec(iso);
  if (found === null) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = VIETNAM] = found;
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}'${zone.slice(-2)}'`;
  return {
    info: `D:${year}${month}${day}${hour}${minute}${second}${offset}`,
    xmp: `${year}-${month}-${day}T${hour}:${minute}:${second}${zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`}`,
  };
};
