// Runs in the page, where there is no module: see `screen-faults.ts`.

/** Drawn for eyes: not folded away, not for screen readers alone, no picture of print. */
function isSeen(element) {
  if (element.closest('svg, .skip-link, [hidden], .cm-editor') !== null) return false;
  const { width, height } = element.getBoundingClientRect();
  const { visibility, opacity } = getComputedStyle(element);
  if (width <= 1 || height <= 1 || visibility !== 'visible' || opacity === '0') return false;
  return !around(element).some((at) => getComputedStyle(at).clipPath !== 'none');
}

/** The element and those that it lies in. */
function around(element) {
  const all = [];
  for (let at = element; at !== null && at !== document.body; at = at.parentElement) all.push(at);
  return all;
}

const SIDEWAYS =
  '.pages, .thumbs, .paper-tabs, .form-tabs, .table-place, .insides, .template-problems pre, .form-grid';

/** May be pushed sideways: grids, pages, tabs. */
const isPushed = (element) =>
  around(element).some((at) => /auto|scroll/.test(getComputedStyle(at).overflowX) && at.matches(SIDEWAYS));

/** Cut with an ellipsis on purpose: the whole is elsewhere. */
const isShortened = (element) =>
  around(element).some((at) => {
    const { textOverflow, webkitLineClamp } = getComputedStyle(at);
    return textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
  });

const nameOf = (element) => {
  const words = element.getAttribute('aria-label') ?? element.textContent;
  return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${words.trim().slice(0, 50)}"`;
};

function* cutWords(element) {
  const range = document.createRange();
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || node.textContent.trim() === '') continue;
    range.selectNodeContents(node);
    const { width, left, right } = range.getBoundingClientRect();
    if (width === 0 || isShortened(element) || isPushed(element)) continue;
    if (right > innerWidth + 1 || left < -1) yield `beyond the edge: ${nameOf(element)}`;
    const isCut = around(element).some(
      (at) =>
        /hidden|clip/.test(getComputedStyle(at).overflowX) && right > at.getBoundingClientRect().right + 1,
    );
    if (isCut) yield `cut off: ${nameOf(element)}`;
  }
}

const TARGETS = 'button, input, select, textarea, a[href], [role="tab"]';

function* smallTarget(element, least) {
  // A link in a sentence is as high as its line.
  if (!element.matches(TARGETS) || element.matches('p .text-button')) return;
  const label = element.matches('[type="radio"], [type="checkbox"]') ? element.closest('label') : null;
  const { width, height } = (label ?? element).getBoundingClientRect();
  if (Math.min(width, height) < least - 0.5)
    yield `${Math.round(width)} x ${Math.round(height)} px: ${nameOf(element)}`;
}

// biome-ignore lint/correctness/noUnusedVariables: called by its name from outside
function outOfPlace(least) {
  const found = new Set();
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.add(`the page is ${scrollWidth} px wide`);
  const root = document.querySelector('dialog[open]') ?? document.body;
  for (const element of root.querySelectorAll('*')) {
    if (!isSeen(element)) continue;
    for (const fault of cutWords(element)) found.add(fault);
    for (const fault of smallTarget(element, least)) found.add(fault);
  }
  return [...found];
}
