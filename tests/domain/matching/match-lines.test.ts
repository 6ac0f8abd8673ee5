import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, toPlainDate } from '@/lib/domain/dates';
import { indexBooks } from '@/lib/domain/matching/books';
import type { MatchItem, MatchLine } from '@/lib/domain/matching/line';
import { matchLines } from '@/lib/domain/matching/match-lines';
import type { Proposal } from '@/lib/domain/matching/proposal';
import { toMinor } from '@/lib/domain/money';
import { booksOf, item, line, proposalFor } from './books-of';

/** "exact numbers acme: INV-1 100" of the likeliest way. */
function said({ confidence, candidates: [best] }: Proposal): string {
  if (!best) return confidence;
  const parts = best.parts.map((part) => `${part.number} ${part.amountMinor}`).join(', ');
  const rest = best.unappliedMinor > 0 ? ` rest ${best.unappliedMinor}` : '';
  return `${confidence} ${best.how} ${best.customerId}: ${parts}${rest}`;
}

const ITEMS = [
  item('INV-01042', 'acme', 50_000, '2026-01-10'),
  item('INV-01043', 'acme', 25_000, '2026-01-20'),
  item('INV-01044', 'acme', 12_500, '2026-02-20'),
  item('INV-02001', 'brook', 50_000, '2026-01-05'),
  item('INV-03001', 'south', 70_000, '2026-01-15'),
];

describe('a line that names invoices', () => {
  test.each([
    ['the whole number and its amount', 'INV-01042', 50_000, 'exact numbers acme: INV-01042 50000'],
    ['its digits after a word', 'Payment of invoice no 1042', 50_000, 'exact numbers acme: INV-01042 50000'],
    [
      'its bare digits, when the amount is its own',
      'REF 1042 THX',
      50_000,
      'exact numbers acme: INV-01042 50000',
    ],
    [
      'two of them that add up',
      'Inv 1042 and 1044',
      62_500,
      'exact numbers acme: INV-01042 50000, INV-01044 12500',
    ],
    ['less than it has open', 'INV-01042', 30_000, 'likely numbers acme: INV-01042 30000'],
    ['more than it has open', 'INV-01042', 60_000, 'likely numbers acme: INV-01042 50000 rest 10000'],
    ['bare digits that may be anything', 'Order 1042', 33_333, 'choose'],
  ])('%s', (_, text, amount, expected) => {
    expect(said(proposalFor(line(amount, { text }), booksOf(ITEMS)))).toBe(expected);
  });

  test('numbers of one customer and the name of another are a choice between both', () => {
    const { confidence, candidates } = proposalFor(
      line(50_000, { text: 'INV-01042', payerName: 'BROOK AND SONS' }),
      booksOf(ITEMS),
    );
    expect(confidence).toBe('choose');
    expect(candidates.map(({ customerId }) => customerId)).toEqual(['acme', 'brook']);
  });

  test('a number that two customers have is decided by the payer', () => {
    const items = [item('A/77123', 'acme', 900), item('B/77123', 'brook', 900)];
    const books = booksOf(items);
    expect(proposalFor(line(900, { text: 'Invoice 77123' }), books).candidates).toHaveLength(2);
    const told = proposalFor(line(900, { text: 'Invoice 77123', payerName: 'Brook & Sons Ltd' }), books);
    expect(said(told)).toBe('exact numbers brook: B/77123 900');
  });
});

describe('a line whose payer is known', () => {
  test.each([
    ['one item of just the amount', 25_000, 'exact item acme: INV-01043 25000'],
    ['a sum of two', 37_500, 'exact sum acme: INV-01043 25000, INV-01044 12500'],
    ['all that was due by a day', 75_000, 'exact due acme: INV-01042 50000, INV-01043 25000'],
    ['everything', 87_500, 'exact balance acme: INV-01042 50000, INV-01043 25000, INV-01044 12500'],
    ['an amount that fits nothing', 60_000, 'likely oldest acme: INV-01042 50000, INV-01043 10000'],
    [
      'more than all',
      90_000,
      'likely oldest acme: INV-01042 50000, INV-01043 25000, INV-01044 12500 rest 2500',
    ],
  ])('%s', (_, amount, expected) => {
    expect(said(proposalFor(line(amount, { payerName: 'ACME TOOLS, L.L.C' }), booksOf(ITEMS)))).toBe(
      expected,
    );
  });

  test('by its name or code in the text, by a learned account, by the beginning of its name', () => {
    const aliases = [{ kind: 'account' as const, key: 'DE02120300000000202051', customerId: 'acme' }];
    const books = booksOf(ITEMS, { aliases });
    expect(said(proposalFor(line(25_000, { text: 'ACH CREDIT ACME TOOLS 0098' }), books))).toMatch(
      /^exact item/,
    );
    expect(said(proposalFor(line(25_000, { text: 'from C-1001' }), books))).toMatch(/^exact item/);
    const account = line(25_000, { payerName: 'A. Smith', payerAccount: 'DE02 1203 0000 0000 2020 51' });
    expect(said(proposalFor(account, books))).toMatch(/^exact item/);
    expect(said(proposalFor(line(70_000, { payerName: 'Northern Hold' }), books))).toBe(
      'likely item north: INV-03001 70000',
    );
  });

  test('a parent pays for its child', () => {
    const parent = line(70_000, { payerName: 'Northern Holdings' });
    expect(said(proposalFor(parent, booksOf(ITEMS)))).toBe('exact item north: INV-03001 70000');
  });

  test('two items of the same amount make the oldest one likely, no more', () => {
    const items = [item('A-1', 'acme', 100, '2026-01-02'), item('A-2', 'acme', 100, '2026-01-01')];
    expect(said(proposalFor(line(100, { payerName: 'Acme Tools' }), booksOf(items)))).toBe(
      'likely item acme: A-2 100',
    );
  });

  test('a name that is learned for two customers is a choice unless one alone fits', () => {
    const aliases = ['acme', 'brook'].map((customerId) => ({
      kind: 'name' as const,
      key: 'paypal',
      customerId,
    }));
    const books = booksOf(ITEMS, { aliases });
    expect(proposalFor(line(50_000, { payerName: 'PayPal' }), books)).toMatchObject({
      confidence: 'choose',
      candidates: [{ customerId: 'acme' }, { customerId: 'brook' }],
    });
    expect(said(proposalFor(line(12_500, { payerName: 'PayPal' }), books))).toBe(
      'likely item acme: INV-01044 12500',
    );
  });
});

describe('a line that nothing tells apart', () => {
  test('an amount that two customers owe is a choice with both offered', () => {
    const { confidence, candidates } = proposalFor(line(50_000, { payerName: 'Somebody' }), booksOf(ITEMS));
    expect(confidence).toBe('choose');
    expect(candidates.map(({ customerId }) => customerId)).toEqual(['brook', 'acme']);
  });

  test('an amount that one customer owes is offered, never taken for granted', () => {
    expect(said(proposalFor(line(25_000), booksOf(ITEMS)))).toBe('choose item acme: INV-01043 25000');
  });

  test('money of another currency matches nothing', () => {
    const euros = line(25_000, { currency: 'EUR', payerName: 'Acme Tools', text: 'INV-01043' });
    expect(said(proposalFor(euros, booksOf(ITEMS)))).toBe('choose account acme:  rest 25000');
  });
});

test('what another line holds of an item makes the rest of it likely at most', () => {
  const one = line(20_000, { text: 'INV-01042' });
  const held = new Map([['item-INV-01042', toMinor(30_000)]]);
  const proposal = matchLines([one], indexBooks(booksOf(ITEMS)), held).get(one.id);
  expect(proposal && said(proposal)).toBe('likely numbers acme: INV-01042 20000');
});

describe('payments that are there already', () => {
  const payment = {
    documentId: 'p1',
    number: 'PMT-00007',
    reference: 'CHK 9981',
    customerId: 'acme',
    currency: 'USD',
    amountMinor: toMinor(25_000),
    receivedOn: toPlainDate('2026-02-09'),
    isFromElsewhere: true,
  };

  test('a payment booked by hand turns an exact line into a question', () => {
    const books = booksOf(ITEMS, { payments: [payment] });
    const proposal = proposalFor(line(25_000, { payerName: 'Acme Tools' }), books);
    expect(proposal).toMatchObject({ confidence: 'choose', payments: [{ number: 'PMT-00007' }] });
  });

  test('money that goes out again is the payment that its text names', () => {
    const books = booksOf(ITEMS, {
      payments: [payment, { ...payment, documentId: 'p2', number: 'PMT-00008', reference: '' }],
    });
    expect(proposalFor(line(-25_000, { text: 'RETURNED CHK 9981' }), books)).toMatchObject({
      confidence: 'likely',
      payments: [{ documentId: 'p1' }],
    });
    expect(proposalFor(line(-25_000), books)).toMatchObject({ confidence: 'choose', payments: [{}, {}] });
    expect(proposalFor(line(-1), books)).toMatchObject({ confidence: 'choose', payments: [] });
  });
});

const anyItems = fc
  .array(
    fc.tuple(
      fc.constantFrom('acme', 'brook', 'north', 'south'),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(5),
      fc.boolean(),
    ),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(
      ([customerId, open, age, isEuro], i): MatchItem => ({
        ...item(`INV-${1000 + i}`, customerId, open * 100, addDays(toPlainDate('2026-01-01'), age)),
        currency: isEuro ? 'EUR' : 'USD',
      }),
    ),
  );
const anyLines = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom('', 'Acme Tools', 'Brook & Sons', 'Northern Holdings', 'Nobody'),
      fc.option(fc.integer({ min: 1000, max: 1012 }), { nil: null }),
      fc.boolean(),
    ),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map(
      ([amount, payerName, number, isEuro], i): MatchLine =>
        line(amount * 100, {
          id: `line-${i}`,
          payerName,
          text: number === null ? '' : `Invoice ${number}`,
          currency: isEuro ? 'EUR' : 'USD',
        }),
    ),
  );

/** Matching builds an index for every case, so it is tried on fewer cases than plain arithmetic. */
function holds(
  name: string,
  promise: (lines: readonly MatchLine[], items: readonly MatchItem[]) => boolean | undefined,
): void {
  test(name, () => fc.assert(fc.property(anyLines, anyItems, promise), { numRuns: 400 }));
}

describe('any lines against any books', () => {
  const FAMILY: Readonly<Record<string, string>> = { acme: 'acme', brook: 'brook', north: 'n', south: 'n' };

  holds('a proposal is the whole line, to the cent', (lines, items) => {
    const proposals = matchLines(lines, indexBooks(booksOf(items)), new Map());
    return lines.every(({ id, amountMinor }) =>
      proposals
        .get(id)
        ?.candidates.every(
          ({ parts, unappliedMinor }) =>
            parts.reduce((sum, part) => sum + part.amountMinor, 0) + unappliedMinor === amountMinor,
        ),
    );
  });

  holds(
    'together they take no more of an item than it has, and never cross a currency or a family',
    (lines, items) => {
      const proposals = matchLines(lines, indexBooks(booksOf(items)), new Map());
      const taken = new Map<string, number>();
      for (const { id, currency } of lines) {
        const { confidence, candidates } = proposals.get(id) ?? { confidence: 'choose', candidates: [] };
        for (const [i, { parts, customerId }] of candidates.entries())
          for (const part of parts) {
            const found = items.find((each) => each.itemId === part.itemId);
            if (found?.currency !== currency || part.amountMinor > found.openMinor) return false;
            if (FAMILY[found.customerId] !== FAMILY[customerId]) return false;
            if (i === 0 && confidence !== 'choose')
              taken.set(part.itemId, (taken.get(part.itemId) ?? 0) + part.amountMinor);
          }
      }
      return items.every(({ itemId, openMinor }) => (taken.get(itemId) ?? 0) <= openMinor);
    },
  );

  holds('the same books in another order give the same proposals', (lines, items) => {
    const forth = matchLines(lines, indexBooks(booksOf(items)), new Map());
    const back = matchLines(lines, indexBooks(booksOf(items.toReversed())), new Map());
    return JSON.stringify([...back]) === JSON.stringify([...forth]);
  });

  holds('an exact proposal leaves nothing on account and has one way alone', (lines, items) => {
    const proposals = matchLines(lines, indexBooks(booksOf(items)), new Map());
    return [...proposals.values()].every(
      ({ confidence, candidates: [best, ...others] }) =>
        confidence !== 'exact' ||
        (best?.unappliedMinor === 0 && others.length === 0 && best.parts.every((p) => p.amountMinor > 0)),
    );
  });
});
