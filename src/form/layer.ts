import type { Place } from '../diagnostic/diagnostic.js';
import { takeText } from './source-text.js';
import type { MapEntry, MapNode, ScalarNode, YamlNode } from './tree.js';

/**
 * Values under or over a form's own: a unit's entry in the register, the facts that the papers of a dossier share, a row of
 * a table. They are merged field by field: groups (persons, references, margins too) key by key, lists and scalars whole; an
 * empty value gives way to one that says something. Keys that the kind lacks are passed over. Of several layers of one rank
 * a later one lies over an earlier one. `Loại văn bản` is always the form's own.
 */
export interface FormLayer {
  readonly rank: 'under' | 'over';
  readonly tree: MapNode;
  /** The place of a stretch of the tree, whose offsets are the layer's own business. */
  readonly placeOf: (start: number, end: number) => Place | undefined;
  /** Whether the form itself says it, elsewhere: of a dossier its shared facts. */
  readonly isOwn?: boolean;
}

/** A layer's values where there is no tree: texts, lists and groups of them under keys as a form has them. */
export type LayerValue = LayerText | readonly LayerValue[] | LayerGroup;

export interface LayerGroup {
  readonly [key: string]: LayerValue;
}

/** A text and where it stands; of a place in a text file that is as long as the text also every part has its place. */
export interface LayerText {
  readonly type: 'layer-text';
  readonly text: string;
  readonly place: Place | undefined;
}

export const layerText = (text: string, place: Place | undefined): LayerText => ({
  type: 'layer-text',
  text,
  place,
});

const isText = (value: LayerValue): value is LayerText =>
  !Array.isArray(value) && (value as LayerText).type === 'layer-text';

/** Makes a layer from plain values, such as the cells of a row. */
export function buildLayer(rank: FormLayer['rank'], values: LayerGroup): FormLayer {
  const texts: { readonly start: number; readonly text: LayerText }[] = [];
  let at = 0;
  const scalar = (text: LayerText): ScalarNode => {
    const start = at;
    texts.push({ start, text });
    // One more than the text is long, so that no two texts meet.
    at += text.text.length + 1;
    const value = { text: text.text, pieces: takeText(text.text, 0, text.text.length).pieces };
    const pieces = value.pieces.map((piece) => ({ ...piece, source: piece.source + start }));
    return { type: 'scalar', style: 'plain', value: { ...value, pieces }, start, end: at - 1 };
  };
  const node = (value: LayerValue): YamlNode => {
    if (isText(value)) return scalar(value);
    const start = at;
    if (Array.isArray(value)) return { type: 'list', items: value.map(node), start, end: at };
    return { ...map(value as LayerGroup), start, end: at };
  };
  const map = (group: LayerGroup): MapNode => {
    const start = at;
    const entries = Object.entries(group).map(
      ([key, value]): MapEntry => ({ key: keyNode(key, at), value: node(value) }),
    );
    return { type: 'map', entries, start, end: at };
  };
  return { rank, tree: map(values), placeOf: (start, end) => placeIn(texts, start, end) };
}

const keyNode = (key: string, at: number): ScalarNode => ({
  type: 'scalar',
  style: 'plain',
  value: { text: key, pieces: [] },
  start: at,
  end: at,
});

function placeIn(
  texts: readonly { readonly start: number; readonly text: LayerText }[],
  start: number,
  end: number,
): Place | undefined {
  const found = texts.findLast((candidate) => candidate.start <= start);
  const place = found?.text.place;
  if (found === undefined || place === undefined || !('start' in place)) return place;
  if (place.end - place.start !== found.text.text.length) return place;
  const from = place.start + start - found.start;
  return { file: place.file, start: from, end: Math.min(place.end, from + end - start) };
}
