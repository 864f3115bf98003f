import { SaxesParser } from 'saxes';

export interface XmlHandlers {
  /** `name` as written ("w:p"); attributes under their names as written. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  /** Text or CDATA between two tags, character references resolved; a long one may come in several pieces. */
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Why a text is no XML that we read: `at` is an offset in UTF-16 units into all that was pushed. */
export interface XmlFault {
  readonly type: 'malformed' | 'doctype';
  readonly at: number;
  /** For programmers, in English. */
  readonly message: string;
}

/** A reader that is given chunks and calls its handlers. After a fault nothing more is called. */
export interface XmlReader {
  readonly push: (chunk: string) => XmlFault | undefined;
  readonly end: () => XmlFault | undefined;
}

/**
 * Reads XML piece by piece. There are no entities but the five of XML itself and character references: a document type
 * declaration is a fault, so that nothing can be defined that grows or that reads other files.
 */
export function xmlReader(handlers: XmlHandlers): XmlReader {
  // Text, names and attributes are held until the next tag: what has none without end would fill the memory.
  let sinceTag = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  let fault: XmlFault | undefined;
  const fail = (type: XmlFault['type'], message: string): void => {
    fault ??= { type, at: parser.position, message };
  };
  parser.on('error', (error) => fail('malformed', error.message));
  parser.on('doctype', () => fail('doctype', 'document type declaration'));
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0;
    if (fault === undefined) handlers.open?.(name, attributes);
  });
  const text = (piece: string): void => {
    if (fault === undefined) handlers.text?.(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => {
    sinceTag = 0;
    if (fault === undefined) handlers.close?.(name);
  });
  return {
    push: (chunk) => {
      if (fault !== undefined) return fault;
      sinceTag += chunk.length;
      parser.write(chunk);
      if (sinceTag > MOST_WITHOUT_TAG) fail('malformed', 'too much without a tag');
      return fault;
    },
    end: () => {
      if (fault === undefined) parser.close();
      return fault;
    },
  };
}

/** Of letters; a picture that is written as text is shorter. */
const MOST_WITHOUT_TAG = 1 << 25;

/** Reads a whole XML text; undefined when it is sound. */
export function readXml(text: string, handlers: XmlHandlers): XmlFault | undefined {
  const reader = xmlReader(handlers);
  return reader.push(text) ?? reader.end();
}

/** "p" of "w:p": the name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
