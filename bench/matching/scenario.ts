import { createRandom, type Random } from '@/lib/sample/random';

/** An open invoice of the scenario. */
interface OpenInvoice {
  readonly id: string;
  readonly customer: number;
  readonly number: string;
  readonly amount: number;
  /** Days before the statement on which it was due. */
  readonly late: number;
}

/** A customer of the scenario; `parent` is another's place in the list. */
interface Debtor {
  readonly id: string;
  readonly name: string;
  readonly parent: number | null;
}

/** A line, and what it really pays: amounts by invoice id. */
export interface TrueLine {
  readonly kind: string;
  readonly payer: string;
  readonly text: string;
  readonly amount: number;
  readonly truth: ReadonlyMap<string, number>;
}

/** Books with a statement of payments for them. */
export interface Scenario {
  readonly debtors: readonly Debtor[];
  readonly invoices: readonly OpenInvoice[];
  readonly lines: readonly TrueLine[];
}

const FIRST =
  'Alder Birch Cedar Delta Ember Falcon Granite Harbor Indigo Juniper Keystone Lantern Meadow Northgate Orchard Pinnacle Quarry River Summit Timber Union Valley Willow Yarrow Zenith Anchor Beacon Copper Dover Eastern'.split(
    ' ',
  );
const SECOND =
  'Foods Hotels Logistics Clinic Supply Press Labs Studio Works Tools Systems Partners Energy Textiles Motors Media Garden Dental Steel Paper Marine Freight Bakery Optics Ceramics'.split(
    ' ',
  );
const THIRD = 'Group Holdings Services International Trading Europe West East North South'.split(' ');
const FORMS = ['LLC', 'Inc.', 'Ltd', 'GmbH', 'Co.', ''];
/** What banks leave of a name. */
const BANK_NAME = 27;

/**
 * The same books and lines for the same sizes: customers with names that resemble each other, a tenth of them in families, a third
 * with the same amount every month, and lines as banks and payers write them, a part of which nobody could be sure of.
 */
export function scenarioOf(open: number, lineCount: number): Scenario {
  const random = createRandom(42);
  const debtors = debtorsOf(random, Math.round(open / 12));
  const invoices = invoicesOf(random, debtors, open);
  const byCustomer = new Map<number, OpenInvoice[]>();
  for (const invoice of invoices)
    byCustomer.set(invoice.customer, [...(byCustomer.get(invoice.customer) ?? []), invoice]);
  const used = new Set<string>();
  const lines: TrueLine[] = [];
  while (lines.length < lineCount) {
    const customer = below(random, debtors.length);
    const own = (byCustomer.get(customer) ?? [])
      .filter(({ id }) => !used.has(id))
      .toSorted((a, b) => b.late - a.late);
    const line = own.length > 0 ? lineOf({ random, debtors, customer, own, byCustomer, used }) : null;
    if (!line) continue;
    for (const id of line.truth.keys()) used.add(id);
    lines.push(line);
  }
  return { debtors, invoices, lines };
}

function debtorsOf(random: Random, count: number): Debtor[] {
  return Array.from({ length: count }, (_, n) => {
    const words = [
      random.pick(FIRST),
      random.pick(SECOND),
      ...(random.chance(0.6) ? [random.pick(THIRD)] : []),
      random.pick(FORMS),
    ];
    // A tenth share a name with nobody only by a town, as branches do.
    const town = random.chance(0.7) ? ` ${String(n + 1)}` : '';
    const parent = n > 0 && random.chance(0.1) ? below(random, n) : null;
    return { id: uuid(random), name: words.filter(Boolean).join(' ') + town, parent };
  });
}

function invoicesOf(random: Random, debtors: readonly Debtor[], open: number): OpenInvoice[] {
  const rent = debtors.map(() => (random.chance(0.33) ? 10_000 + 500 * below(random, 400) : null));
  return Array.from({ length: open }, (_, n) => {
    const customer = below(random, debtors.length);
    const usual = rent[customer] ?? null;
    const amount =
      usual !== null && random.chance(0.8)
        ? usual
        : 500 + Math.round(Math.exp(4 + 5 * random.next()) * 100) / 1;
    return {
      id: uuid(random),
      customer,
      number: `INV-${String(n + 1).padStart(6, '0')}`,
      amount: Math.round(amount),
      late: below(random, 120) - 30,
    };
  });
}

interface Drawing {
  readonly random: Random;
  readonly debtors: readonly Debtor[];
  readonly customer: number;
  /** Open and not paid by another line, oldest first. */
  readonly own: readonly OpenInvoice[];
  readonly byCustomer: ReadonlyMap<number, readonly OpenInvoice[]>;
  readonly used: ReadonlySet<string>;
}

function lineOf(drawing: Drawing): TrueLine | null {
  const { random, own } = drawing;
  const draw = random.next();
  const [oldest] = own;
  if (!oldest) return null;
  const some = (most: number) => chosenOf(random, own, random.int(1, Math.min(most, own.length)));
  if (draw < 0.42) return paid(drawing, 'names its invoices', some(4), { isNamed: true });
  if (draw < 0.57) return paid(drawing, 'payer, one invoice', [random.pick(own)], {});
  if (draw < 0.67) return paid(drawing, 'payer, a few invoices', some(3), {});
  if (draw < 0.72) return paid(drawing, 'payer, everything', own, {});
  if (draw < 0.8) {
    const part = Math.max(1, Math.round(oldest.amount * (0.2 + 0.7 * random.next())));
    return paid(drawing, 'part of a named invoice', [oldest], { isNamed: true, amount: part });
  }
  if (draw < 0.84) return paid(drawing, 'a wrong number', [random.pick(own)], { isMisnamed: true });
  if (draw < 0.88)
    return paid(drawing, 'a stranger pays, named', some(2), { isNamed: true, isStranger: true });
  if (draw < 0.93) return paid(drawing, 'a stranger pays, unnamed', [random.pick(own)], { isStranger: true });
  return (
    ofParent(drawing) ?? paid(drawing, 'payer, round sum on account', own.slice(0, 2), { isRound: true })
  );
}

interface Saying {
  readonly isNamed?: boolean;
  readonly isMisnamed?: boolean;
  readonly isStranger?: boolean;
  readonly isRound?: boolean;
  readonly amount?: number;
  readonly payer?: number;
}

function paid(
  drawing: Drawing,
  kind: string,
  invoices: readonly OpenInvoice[],
  say: Saying,
): TrueLine | null {
  const { random, debtors, customer } = drawing;
  const total = invoices.reduce((sum, invoice) => sum + invoice.amount, 0);
  const amount = say.isRound
    ? Math.max(100, Math.floor((total * 0.8) / 10_000) * 10_000)
    : (say.amount ?? total);
  const truth = new Map<string, number>();
  let left = amount;
  for (const { id, amount: open } of invoices) {
    if (left > 0) truth.set(id, Math.min(left, open));
    left -= Math.min(left, open);
  }
  const name = debtors[say.payer ?? customer]?.name ?? '';
  const payer = say.isStranger ? `PAYMENT SERVICE ${below(random, 40)}` : asBanksWrite(random, name);
  const wrong = `INV-${String(1 + below(random, 100_000)).padStart(6, '0')}`;
  const text = say.isNamed
    ? naming(random, invoices)
    : say.isMisnamed
      ? wrong
      : random.pick(['', 'thank you', 'payment', `ref ${below(random, 90_000)}`]);
  return { kind, payer, text, amount, truth };
}

function ofParent(drawing: Drawing): TrueLine | null {
  const { debtors, customer, own } = drawing;
  const parent = debtors[customer]?.parent ?? null;
  return parent === null ? null : paid(drawing, 'a parent pays', own.slice(0, 1), { payer: parent });
}

function asBanksWrite(random: Random, name: string): string {
  const plain = random.chance(0.7) ? name.toUpperCase() : name;
  const bare = random.chance(0.4) ? plain.replace(/\b(LLC|INC\.|LTD|GMBH|CO\.)\s?/i, '').trim() : plain;
  return bare.slice(0, BANK_NAME).trim();
}

/** "INV-000042", "Invoice 42", "inv 000042 000043", "RG 42". */
function naming(random: Random, invoices: readonly OpenInvoice[]): string {
  const digits = invoices.map(({ number }) => number.slice(4));
  const short = digits.map((each) => String(Number(each)));
  return random.pick([
    invoices.map(({ number }) => number).join(', '),
    `Invoice ${short.join(' and ')}`,
    `inv ${digits.join(' ')}`,
    `payment of ${digits.map((each) => `INV${each}`).join('/')}`,
    digits.join(' '),
  ]);
}

function below(random: Random, bound: number): number {
  return random.int(0, bound - 1);
}

/** So many different ones, in the order of the list. */
function chosenOf<T>(random: Random, list: readonly T[], count: number): T[] {
  const chosen = new Set(random.shuffled(list).slice(0, count));
  return list.filter((each) => chosen.has(each));
}

function uuid(random: Random): string {
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => below(random, 16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
}
