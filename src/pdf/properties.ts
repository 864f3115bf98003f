import { escapeXml } from '../base/escape-xml.js';
import type { DocumentProperties } from '../resolve/resolved-document.js';
import { pdfDate } from './dates.js';
import { dictOf, hexText } from './object-text.js';
import { addObject, addStream, type PdfFile } from './pdf-file.js';

/** The information dictionary; gives its number. `now`: ISO; without it the paper's own date. */
export const writeInfo = (file: PdfFile, properties: DocumentProperties, now?: string): number => {
  const date = dateOf(properties, now);
  const text = (value: string) => (value === '' ? undefined : hexText(value));
  const stamp = date === undefined ? undefined : `(${date.info})`;
  return addObject(
    file,
    dictOf({
      Title: text(properties.title),
      Author: text(properties.author),
      Subject: text(properties.subject),
      Creator: text(properties.producer),
      Producer: text(properties.producer),
      CreationDate: stamp,
      ModDate: stamp,
    }),
  );
};

const encoder = new TextEncoder();

/** The same as XMP, left readable as archives ask. */
export const writeMetadata = (file: PdfFile, properties: DocumentProperties, now?: string): number => {
  const bytes = encoder.encode(xmp(properties, dateOf(properties, now)?.xmp));
  return addStream(file, dictOf({ Type: '/Metadata', Subtype: '/XML', Length: String(bytes.length) }), bytes);
};

const dateOf = (properties: DocumentProperties, now: string | undefined) => {
  const iso = now ?? properties.issuedOn;
  return iso === undefined ? undefined : pdfDate(iso);
};

const xmp = (properties: DocumentProperties, date: string | undefined): string => {
  const { title, author, subject, language, producer } = properties;
  const choice = (tag: string, value: string): string =>
    value === ''
      ? ''
      : `<${tag}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(value)}</rdf:li></rdf:Alt></${tag}>\n`;
  const stamp =
    date === undefined
      ? ''
      : `<xmp:CreateDate>${date}</xmp:CreateDate>\n<xmp:ModifyDate>${date}</xmp:ModifyDate>\n`;
  const creator =
    author === ''
      ? ''
      : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>\n`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
${choice('dc:title', title)}${creator}${choice('dc:description', subject)}<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${escapeXml(producer)}</xmp:CreatorTool>
${stamp}<pdf:Producer>${escapeXml(producer)}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
};
