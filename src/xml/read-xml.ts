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
  const parser = new SaxesParser({ xmlns: false, position: false });
  let fault: XmlFault | undefined;
  const fail = (type: XmlFault['type'], message: string): void => {
    fault ??= { type, at: parser.position, message };
  };
  parser.on('error', (error) => fail('malformed', error.message));
  parser.on('doctype', () => fail('doctype', 'document type declaration'));
  parser.on('opentag', ({ name, attributes }) => {
    if (fault === undefined) handlers.open?.(name, attributes);
  });
  const text = (piece: string): void => {
    if (fault === undefined) handlers.text?.(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => {
    if (fault === undefined) handlers.close?.(name);
  });
  return {
    push: (chunk) => {
      if (fault === undefined) parser.write(chunk);
      return fault;
    },
    end: () => {
      if (fault === undefined) parser.close();
      return fault;
    },
  };
}

/** Reads a whole XML text; undefined when it is sound. */
export function readXml(text: string, handlers: XmlHandlers): XmlFault | undefined {
  const reader = xmlReader(handlers);
  return reader.push(text) ?? reader.end();
}

/** "p" of "w:p": the name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
