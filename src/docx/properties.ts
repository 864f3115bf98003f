import { createMemory } from '../base/memory.js';
import type { DocumentProperties } from '../resolve/resolved-document.js';
import { element, type XmlElement } from './element.js';

const CORE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';
const DUBLIN_CORE_TERMS = 'http://purl.org/dc/terms/';
const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';
const EXTENDED = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';

/** docProps/core.xml. `now`: ISO date or time; without it the paper's own date, and none where that is open. */
export function corePart(properties: DocumentProperties, now: string | undefined): XmlElement {
  const time = now ?? properties.issuedOn;
  const text = (name: string, value: string): XmlElement => element(name, undefined, [value]);
  const date = (name: string): readonly XmlElement[] =>
    time === undefined ? [] : [element(name, { 'xsi:type': 'dcterms:W3CDTF' }, [instant(time)])];
  const namespaces = {
    'xmlns:cp': CORE,
    'xmlns:dc': DUBLIN_CORE,
    'xmlns:dcterms': DUBLIN_CORE_TERMS,
    'xmlns:xsi': SCHEMA_INSTANCE,
  };
  return element('cp:coreProperties', namespaces, [
    text('dc:title', properties.title),
    text('dc:subject', properties.subject),
    text('dc:creator', properties.author),
    text('dc:language', properties.language),
    text('cp:lastModifiedBy', properties.author),
    text('cp:revision', '1'),
    ...date('dcterms:created'),
    ...date('dcterms:modified'),
  ]);
}

/** docProps/app.xml: the program without its version, so that an update alone changes no file. */
export function appPart(producer: string): XmlElement {
  return element('Properties', { xmlns: EXTENDED }, [element('Application', undefined, [producer])]);
}

/** The papers of a batch have one date, or few. */
const instants = createMemory<string>(50);

/** To the second in UTC: "2024-09-12T00:00:00Z". */
const instant = (iso: string): string =>
  instants.take(iso, () => `${new Date(iso).toISOString().slice(0, 19)}Z`);
