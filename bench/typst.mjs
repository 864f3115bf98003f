import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const fonts = fileURLToPath(new URL('../fonts', import.meta.url));

/** The plan by Typst in Node: one compiler for all papers, the data through `sys.inputs`. */
export async function typstPeer() {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontPaths: [fonts] }] });
  let count = 0;
  return (data) => {
    // What Typst remembers of papers long past is dropped, as a server would; what is fresh may be used again.
    if (++count % 10 === 0) compiler.evictCache(10);
    return compiler.pdf({ mainFilePath: `${here}plan.typ`, inputs: { data: JSON.stringify(data) } });
  };
}
