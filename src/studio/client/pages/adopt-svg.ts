/** An SVG file of our own writer as an element of this page; undefined of a text that is none. */
export function adoptSvg(text: string): SVGSVGElement | undefined {
  const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
  if (documentElement.localName !== 'svg') return undefined;
  const svg = document.importNode(documentElement, true) as unknown as SVGSVGElement;
  // A title would follow the pointer about; how large it is drawn is the page's matter.
  svg.querySelector(':scope > title')?.remove();
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  return svg;
}
