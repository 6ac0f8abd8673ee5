/** What a case expects is not what was found. */
export class Mismatch extends Error {
  constructor(
    readonly what: string,
    readonly expected: unknown,
    readonly found: unknown,
  ) {
    super(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
    this.name = 'Mismatch';
  }
}

/** A word of the vocabulary that the runner does not know, or not with this meaning. */
export class Unsupported extends Error {
  constructor(readonly word: string) {
    super(word);
    this.name = 'Unsupported';
  }
}

/** Two amounts are the same when they are the same to the cent: a tenth of one is what writing them as numbers may cost. */
const SAME = 0.001;

/** @throws Mismatch unless both are the same amount, or differ by no more than `tolerance`. */
export function expectMoney(what: string, expected: unknown, found: unknown, tolerance = SAME): void {
  if (typeof expected !== 'number' || typeof found !== 'number' || !(Math.abs(expected - found) <= tolerance))
    throw new Mismatch(what, expected, found);
}

/** @throws Mismatch unless both are the same word, number, truth value or nothing. */
export function expectSame(what: string, expected: unknown, found: unknown): void {
  if (expected !== found) throw new Mismatch(what, expected, found);
}

/** @throws Mismatch unless what was found goes by the expected word. */
export function expectWord(what: string, expected: unknown, words: readonly string[]): void {
  if (typeof expected !== 'string' || !words.includes(expected))
    throw new Mismatch(what, expected, words.join(' or '));
}

/** @throws Mismatch unless both lists have the same words, in any order. */
export function expectSet(what: string, expected: readonly string[], found: readonly string[]): void {
  const [a, b] = [expected, found].map((list) => list.toSorted().join(', '));
  if (a !== b) throw new Mismatch(what, expected, found);
}
