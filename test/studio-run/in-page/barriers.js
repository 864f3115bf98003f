// Runs in the page, where there is no module: see `screen-faults.ts`.

// biome-ignore lint/correctness/noUnusedVariables: called by its name from outside
async function barriers() {
  // axe takes what is scrolled out of a frame that hides it for unseen, labels too.
  const frame = document.querySelector('.workplace');
  frame?.style.setProperty('overflow', 'visible');
  // The pages of the paper are pictures of print: their texts are the form's, and thousands.
  const { violations } = await window.axe.run(
    { exclude: [['.sheet svg'], ['.card-picture svg']] },
    { resultTypes: ['violations'], preload: false },
  );
  frame?.style.removeProperty('overflow');
  return (
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} - ${node.failureSummary}`))
      // An editor is what can be reached in its scroller; axe does not know editable texts as such.
      .filter((line) => !/^scrollable-region-focusable: .*\.cm-scroller - /.test(line))
  );
}
