/** A font under the name of Times New Roman: names in a font file are UTF-16. */
export function asTimes(font: Uint8Array): Uint8Array {
  const bytes = font.slice();
  const view = new DataView(bytes.buffer);
  const tables = view.getUint16(4);
  for (let at = 12; at < 12 + 16 * tables; at += 16) {
    if (String.fromCharCode(...bytes.subarray(at, at + 4)) !== 'name') continue;
    const name = view.getUint32(at + 8);
    const strings = name + view.getUint16(name + 4);
    const family = [...'Times New Roman'].flatMap((letter) => [0, letter.charCodeAt(0)]);
    for (let i = 0; i < view.getUint16(name + 2); i += 1) {
      const record = name + 6 + 12 * i;
      if (view.getUint16(record + 6) !== 1 || view.getUint16(record) !== 3) continue;
      view.setUint16(record + 8, family.length);
      bytes.set(family, strings + view.getUint16(record + 10));
    }
  }
  return bytes;
}
