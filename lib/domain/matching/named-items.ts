import type { IndexedBooks } from './books';
import type { MatchItem } from './line';

/** Items whose number a text names. */
export interface NamedItems {
  /** What stands in the text, without marks and zeros before digits. */
  readonly key: string;
  readonly items: readonly MatchItem[];
  /** The whole number stands there, or its end after a word such as "invoice"; else digits that may be anything. */
  readonly isSure: boolean;
}

/** Words before a number that say that it is an invoice's. */
const INVOICE_WORDS = new Set(
  'INV INVOICE INVOICES INVS BILL BILLS RE RG RECHNUNG RECHNUNGEN RECHNUNGSNR FACTURE FACTURES FACT FACTURA FACTURAS FATTURA'.split(
    ' ',
  ),
);
/** Words that may stand between such a word and its numbers. */
const LINKS = new Set('NO NR NUM NUMBER NUMBERS REF AND UND ET Y E N'.split(' '));
/** A number may be written in so many pieces: INV 2026 0042. */
const MOST_PIECES = 4;
/** Digits that may be anything count from this many on. */
const SHORTEST_TAIL = 3;

/** The invoices that a text names, in the order in which it names them; each number counts once. */
export function namedItems(text: string, currency: string, books: IndexedBooks): NamedItems[] {
  const pieces = text.toUpperCase().match(/[A-Z]+|\d+/g) ?? [];
  const found = new Map<string, NamedItems>();
  let isAfterWord = false;
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at] ?? '';
    const whole = wholeNumber(pieces, at, books);
    if (whole) {
      const items = whole.items.filter((item) => item.currency === currency);
      add(found, { key: whole.key, items, isSure: whole.isSure || isAfterWord });
      at += whole.pieces;
      continue;
    }
    at += 1;
    if (/^\d/.test(piece)) {
      const tail = piece.replace(/^0+/, '');
      const items = books.itemsOfTail.get(tail)?.filter((item) => item.currency === currency) ?? [];
      if (tail !== '' && (isAfterWord || tail.length >= SHORTEST_TAIL))
        add(found, { key: tail, items, isSure: isAfterWord && piece.length >= SHORTEST_TAIL });
    } else isAfterWord = INVOICE_WORDS.has(piece) || (isAfterWord && LINKS.has(piece));
  }
  return [...found.values()];
}

/** The longest run of pieces from `at` on that is the whole number of an item. */
function wholeNumber(pieces: readonly string[], at: number, books: IndexedBooks) {
  for (let count = Math.min(MOST_PIECES, pieces.length - at); count > 0; count--) {
    const key = pieces.slice(at, at + count).join('');
    const items = /\d/.test(key) ? books.itemsOfNumber.get(key) : undefined;
    if (items) return { key, items, pieces: count, isSure: key.length > SHORTEST_TAIL };
  }
  return null;
}

function add(found: Map<string, NamedItems>, named: NamedItems): void {
  if (named.items.length > 0 && !found.has(named.key)) found.set(named.key, named);
}
