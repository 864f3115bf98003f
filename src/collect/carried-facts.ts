/** What a reader of one format gives: the facts as JSON, or why there are none. */
export type CarriedFacts =
  | {
      readonly type: 'found';
      readonly json: string;
      /** Whether another program has saved the file since. */
      readonly wasEdited: boolean;
    }
  | { readonly type: 'none' }
  | { readonly type: 'damaged' }
  | { readonly type: 'encrypted' };
