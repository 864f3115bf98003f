/** A message or a hint as a sentence: messages come without a final dot, questions with their mark. */
export const sentence = (text: string): string =>
  /[.?!:…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;

export const sentences = (texts: readonly string[]): string => texts.map(sentence).join(' ');
