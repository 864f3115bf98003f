/** At least two capitals and no small letter. */
export const isCapitals = (text: string): boolean => /\p{Lu}.*\p{Lu}/su.test(text) && !/\p{Ll}/u.test(text);

/** No full stop, semicolon, comma, question or exclamation mark at its end, also not inside a closing quote or bracket. */
export const endsOpen = (text: string): boolean => !/[.;,!?…][)\]”"’'»\s]*$/u.test(text.slice(-8));
