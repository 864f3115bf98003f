import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { isJson } from '../../../form/read-json-tree.js';
import { foldKey } from '../../../vietnamese/fold-key.js';
import type { KnownFields, Offer } from './known-fields.js';
import { offerInJson } from './offer-in-json.js';
import { offerInLines } from './offer-in-lines.js';

/**
 * The names of fields while a key is typed, and the choices of a field on Ctrl+Space. Nothing is chosen by itself: Enter is
 * a new line until somebody has gone into the list.
 */
export const completeKeys = (known: () => KnownFields): Extension =>
  autocompletion({
    override: [(context) => complete(context, known())],
    selectOnOpen: false,
    icons: false,
    activateOnTyping: true,
  });

function complete({ state, pos, explicit }: CompletionContext, known: KnownFields): CompletionResult | null {
  const { doc } = state;
  const text = doc.toString();
  const line = doc.lineAt(pos);
  const after = line.text.slice(pos - line.from);
  const inJson = isJson(text);
  const offer = inJson
    ? offerInJson(text, pos, known)
    : offerInLines(doc, line.number, line.text.slice(0, pos - line.from), known);
  if (offer === undefined || (!explicit && (offer.isChoice || offer.typed.trim() === ''))) return null;
  const wanted = foldKey(offer.typed);
  const ending = inJson ? endingInJson(offer, after) : endingInLine(offer, after);
  const options = offer.words
    .filter(({ label }) => foldKey(label).includes(wanted))
    .map(({ label, detail }) => ({
      label,
      ...(detail !== undefined && { detail }),
      apply: `${label}${ending}`,
    }));
  const isDone = options.length === 1 && options[0]?.label === offer.typed;
  return options.length === 0 || isDone ? null : { from: pos - offer.typed.length, options, filter: false };
}

/** What is not there yet: the colon of a key. */
const endingInLine = ({ isChoice }: Offer, after: string): string =>
  isChoice || /^[^:\n]*:/.test(after) ? '' : ': ';

/** The closing quote, and a key's colon. */
function endingInJson({ isChoice }: Offer, after: string): string {
  const quote = /^[^"\n]*"/.test(after) ? '' : '"';
  return isChoice || quote === '' ? quote : `${quote}: `;
}
