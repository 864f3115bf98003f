import { asciiWords, cutBetweenWords, LONGEST_NAME, withoutDevice } from '../batch/file-name.js';

/**
 * A file name in plain ASCII from number, symbol and subject: "91-KH-LDLD-to-chuc-hoi-nghi". The symbol keeps its capitals;
 * the name is cut between words. Empty when the paper has none of the three.
 */
export function paperName(name: { number: string; symbol: string; subject: string }): string {
  const parts = [asciiWords(name.number), asciiWords(name.symbol), asciiWords(name.subject).toLowerCase()];
  const whole = parts.filter((part) => part !== '').join('-');
  return withoutDevice(cutBetweenWords(whole, LONGEST_NAME));
}
