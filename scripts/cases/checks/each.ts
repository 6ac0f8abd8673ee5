import type { Books } from '../books';
import { isWords, type Value } from '../case-file';
import { Given } from '../given';
import { Unsupported } from '../outcome';
import type { Check } from './check';

/** A check of things by their names: { I1: { … }, I2: { … } }. */
export function eachNamed(
  look: (books: Books, name: string, expected: Given, where: string) => Promise<void>,
): Check {
  return async (books, expected, where) => {
    for (const [name, value] of Object.entries(wordsOf(expected, where))) {
      const at = `${where}.${name}`;
      const given = new Given(at, wordsOf(value, at));
      await look(books, name, given, at);
      given.done();
    }
  };
}

/** A check of one value by name: { D1: "resolved" }. */
export function eachValue(
  look: (books: Books, name: string, expected: Value, where: string) => Promise<void>,
): Check {
  return async (books, expected, where) => {
    for (const [name, value] of Object.entries(wordsOf(expected, where)))
      await look(books, name, value, `${where}.${name}`);
  };
}

/** A check that has fields of its own. */
export function withFields(look: (books: Books, expected: Given) => Promise<void>): Check {
  return async (books, expected, where) => {
    const given = new Given(where, wordsOf(expected, where));
    await look(books, given);
    given.done();
  };
}

/** @throws Unsupported when the value has no names. */
export function wordsOf(value: Value, where: string) {
  if (!isWords(value)) throw new Unsupported(`${where} as it is written`);
  return value;
}
