/**
 * A page's SVG as PNG, drawn with the given font files only, so that every machine gives the same picture.
 * The rasteriser is loaded at the first call: most runs make no picture.
 */
export const rasterise = async (
  svg: string,
  pixelsPerInch: number,
  fontFiles: readonly string[],
): Promise<Uint8Array> => {
  const { Resvg } = await import('@resvg/resvg-js');
  const image = new Resvg(svg, {
    background: '#ffffff',
    dpi: pixelsPerInch,
    font: { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: 'Tinos' },
  });
  return image.render().asPng();
};
