import type { Rasterise } from '../../engine/engine-parts.js';

/** Points of an inch. */
const POINTS = 72;
/** Browsers give up on larger canvases. */
const MOST_PIXELS = 16_000;

/** Draws an SVG whose text stands as outlines on a canvas of the page: a worker has no way to read it. */
export const rasterise: Rasterise = async (svg, pixelsPerInch) => {
  const { width, height, isPixels } = sizeOf(svg);
  const wanted = isPixels ? 1 : pixelsPerInch / POINTS;
  const scale = Math.min(wanted, MOST_PIXELS / Math.max(width, height));
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = await loadImage(address);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('Trình duyệt không vẽ được ảnh');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('Trình duyệt không vẽ được ảnh lớn như vậy');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
};

function sizeOf(svg: string) {
  const head = svg.slice(0, 600);
  const [, width, unit] = /<svg\b[^>]*?\swidth="([\d.]+)(pt)?"/.exec(head) ?? [];
  const [, height] = /<svg\b[^>]*?\sheight="([\d.]+)/.exec(head) ?? [];
  return { width: Number(width), height: Number(height), isPixels: unit === undefined };
}

const loadImage = (address: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('Trình duyệt không vẽ được trang này'));
    image.src = address;
  });
