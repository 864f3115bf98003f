import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { libreOfficePeer } from './libreoffice.mjs';
import { ourProgram } from './ours.mjs';
import { dataOf, formText } from './plan-data.mjs';
import { timed } from './statistics.mjs';

const WARM = 10;

/** What a user of docxtemplater does: each plan as DOCX, then all to PDF by LibreOffice in one process. Seconds a pair. */
export async function officePairs(count, folder) {
  const { docxtemplaterPeer, makeTemplate } = await import('./template-peers.mjs');
  const ours = await ourProgram();
  const fill = docxtemplaterPeer(makeTemplate(ours.docx(formText(0)), 'docxtemplater'));
  const convert = await libreOfficePeer(folder);
  const plans = Array.from({ length: count + WARM }, (_, i) => dataOf(formText(i)));
  const files = [];
  const write = async (data, i) => {
    const file = join(folder, `plan-${i}.docx`);
    await writeFile(file, fill(data));
    return file;
  };
  // The first conversion makes LibreOffice's profile.
  await convert([await write(plans[0], 'warm')]);
  for (const data of plans.slice(0, WARM)) fill(data);
  const { ms } = await timed(async () => {
    for (const [i, data] of plans.slice(WARM).entries()) files.push(await write(data, i));
    await convert(files);
  });
  return ms / 1000 / count;
}

/** Typst in Node, one compiler: seconds a PDF. It makes no DOCX. */
export async function typstPdfs(count, folder) {
  const run = await (await import('./typst.mjs')).typstPeer();
  const plans = Array.from({ length: count + WARM }, (_, i) => dataOf(formText(i)));
  for (const data of plans.slice(0, WARM)) run(data);
  const { ms } = await timed(async () => {
    for (const [i, data] of plans.slice(WARM).entries())
      await writeFile(join(folder, `t-${i}.pdf`), run(data));
  });
  return ms / 1000 / count;
}
