import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = pathToFileURL(process.env.BENCH_DIST ?? `${root}dist`).href;

/** Our program with its kind and its fonts loaded, as a server would hold it: form text to bytes. */
export async function ourProgram() {
  const { compileForm, nd30, writeDocx, writePdf } = await import(`${built}/index.js`);
  const { createNodeHost } = await import(`${built}/host-node/node-host.js`);
  const { bundledFonts } = await import(`${built}/host-node/find-fonts.js`);
  const { evaluateTemplate } = await import(`${built}/host-node/evaluate-template.js`);
  const { loadKind } = await import(`${built}/kind/load-kind.js`);
  const host = createNodeHost();
  const kind = await loadKind(host, `${root}templates/plan`, evaluateTemplate);
  if (!kind.value) throw new Error(kind.diagnostics.map((d) => d.message).join('; '));
  const context = { kinds: [kind.value], profile: nd30, fonts: bundledFonts().set };
  const options = { deflate: host.deflate };

  const compile = (text) => {
    const papers = compileForm({ file: 'bench.yaml', text }, context);
    if (!papers.value) throw new Error(papers.diagnostics.map((d) => d.message).join('; '));
    return papers.value[0];
  };
  return {
    compile,
    diagnose: (text) => compileForm({ file: 'bench.yaml', text }, context).diagnostics,
    // As users get them: with the facts that a paper carries.
    docx: (text) => {
      const paper = compile(text);
      return writeDocx(paper.resolved, { ...options, facts: paper.facts() });
    },
    pdf: (text) => {
      const paper = compile(text);
      return writePdf(paper.pages(), context.fonts, { ...options, facts: paper.facts() });
    },
    pages: (text) => compile(text).pages().pages.length,
  };
}
