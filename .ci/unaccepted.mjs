// What the referee's `layout` may find without the run failing: each by its rule, in the papers named, with its reason. What is
// named here and no longer found is told too.

/** What the referee asks of a paper by itself, and some papers by themselves cannot give. */
const LACKS = [
  {
    why: 'an enclosure sent by itself has no letterhead: that is on the paper that it goes with',
    rule: 'R15',
    what: /^Quốc hiệu stands on page 1/,
    in: /^(deadline-sheet|hall-banner(-mock-up|-a3)?|\S+-de-cuong|\S+-phong)\.(docx|pdf)$/,
  },
  {
    why: 'the pictures of banners are in the colours of banners',
    rule: 'R8',
    what: /^every glyph is black/,
    in: /^(hall-banner(-mock-up|-a3)?|\S+-phong|bo-hoi-nghi(-co-so)?)\.(docx|pdf)$/,
  },
  {
    why: 'a mock-up may be asked for on A3',
    rule: 'R5',
    what: /is A4$/,
    in: /^hall-banner-a3\.(docx|pdf)$/,
  },
  {
    why: 'who signs a form is not known before it is filled in, so the office stands last',
    rule: 'R62',
    what: /^the name of the signer stands last/,
    in: /^(registration-form(-filled|-fillable)?|\S+-bang-dang-ky|bo-hoi-nghi|dossier)\.(docx|pdf)$/,
  },
  {
    why: 'a field of several lines is one rectangle and begins on a line of its own, so that the words before it end early',
    rule: 'R47',
    what: /^lines that go on are justified/,
    in: /^registration-form-fillable\.(docx|pdf)$/,
  },
];

/**
 * In any DOCX: "lines that go on are justified" (R47). LibreOffice 7.4 gives every space of a justified line a whole number of
 * device units, so that a line of many spaces may end up to 1.7 pt before the margin (docs/AGREEMENT.md); the referee allows
 * 1.2 pt. The DOCX says `w:jc="both"`, and the same lines of our PDF end at the margin.
 */
const isJustifiedByLibreOffice = (file, { rule, what }) =>
  file.endsWith('.docx') && rule === 'R47' && what.endsWith('lines that go on are justified');

/** The rows of `layout --json` for a file, by its name: which fail, how many are accepted, and what is accepted for nothing. */
export function judgeRows(file, rows) {
  const missed = rows.filter((row) => !row.ok);
  const lacks = LACKS.filter((each) => each.in.test(file));
  const isOf = (row, each) => each.rule === row.rule && each.what.test(row.what);
  const failed = missed.filter(
    (row) => !isJustifiedByLibreOffice(file, row) && !lacks.some((each) => isOf(row, each)),
  );
  const stale = lacks.filter((each) => !missed.some((row) => isOf(row, each)));
  return {
    failed: failed.map((row) => `${row.rule} fails: ${row.what}: ${row.measured}`),
    stale: stale.map((each) => `${each.rule} holds, and .ci/unaccepted.mjs need not say: ${each.why}`),
    accepted: missed.length - failed.length,
    held: rows.length - missed.length,
    total: rows.length,
  };
}
