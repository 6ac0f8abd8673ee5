import { euroAddress, homeAddress } from './addresses';
import type { SampleContact, SampleCustomer } from './plan';
import type { Random } from './random';
import { FAMILY_NAMES, FIRST_NAMES, GIVEN_NAMES, SITES, TRADES } from './words';

/** Every so many customers one is a site of the customer before it. */
const FAMILY_EVERY = 30;
/** Every so many customers one pays in euros. */
const EURO_EVERY = 15;
const PEOPLE: readonly Pick<SampleContact, 'title' | 'roles'>[] = [
  { title: 'Accounts payable', roles: ['billing'] },
  { title: 'Finance manager', roles: ['payer'] },
  { title: 'Owner', roles: ['escalation'] },
];
/** Where there is only one person, it does both. */
const ALONE: readonly Pick<SampleContact, 'title' | 'roles'>[] = [
  { title: 'Office manager', roles: ['billing', 'payer'] },
];

/** Who a customer is, before it has bought anything. */
export type Identity = Pick<
  SampleCustomer,
  'key' | 'name' | 'parent' | 'currency' | 'email' | 'phone' | 'address' | 'contacts'
> & { readonly trade: string };

/** `count` businesses with different names; the first is always Brightwater Hotels. */
export function makeIdentities(random: Random, count: number): Identity[] {
  const firsts = [...FIRST_NAMES.slice(0, 1), ...random.shuffled(FIRST_NAMES.slice(1))];
  const trades = [...TRADES.slice(0, 1), ...random.shuffled(TRADES.slice(1))];
  const made: Identity[] = [];
  for (let i = 0; i < count; i++) {
    const parent = i % FAMILY_EVERY === 1 ? made[i - 1] : undefined;
    const [trade, tag] = parent ? ['', parent.trade] : tradeOf(trades, i, firsts.length);
    const site = SITES[Math.floor(i / FAMILY_EVERY) % SITES.length] ?? '';
    const name = parent ? `${parent.name}, ${site}` : nameOf(firsts, trade, { i, trades: trades.length });
    made.push(identity(random, { i, name, tag, parent: parent?.key ?? null }));
  }
  return made;
}

/** Goes through the trades at another pace than through the first names: no pair comes twice before all have come. */
function tradeOf(trades: typeof TRADES, i: number, firstCount: number): readonly [string, string] {
  return trades[(i + Math.floor(i / firstCount)) % trades.length] ?? ['', ''];
}

function nameOf(firsts: readonly string[], trade: string, at: { i: number; trades: number }): string {
  const first = firsts[at.i % firsts.length] ?? '';
  const round = Math.floor(at.i / (firsts.length * at.trades));
  return round === 0 ? `${first} ${trade}` : `${first} ${trade} No. ${round + 1}`;
}

function identity(
  random: Random,
  { i, name, tag, parent }: { i: number; name: string; tag: string; parent: string | null },
): Identity {
  const domain = `${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}.example`;
  const isEuro = i % EURO_EVERY === 4;
  return {
    key: codeOf(i),
    name,
    parent,
    trade: tag,
    currency: isEuro ? 'EUR' : 'USD',
    email: `billing@${domain}`,
    phone: phone(random),
    address: isEuro ? euroAddress(random) : homeAddress(random),
    contacts: makeContacts(random, domain),
  };
}

function codeOf(i: number): string {
  return `C-${1001 + i}`;
}

function makeContacts(random: Random, domain: string): SampleContact[] {
  const count = random.weighted([
    [1, 40],
    [2, 40],
    [3, 20],
  ]);
  const given = random.shuffled(GIVEN_NAMES);
  return (count === 1 ? ALONE : PEOPLE.slice(0, count)).map((post, i) => {
    const name = `${given[i] ?? ''} ${random.pick(FAMILY_NAMES)}`;
    const email = `${name.toLowerCase().replace(' ', '.')}@${domain}`;
    return { ...post, name, email, phone: phone(random) };
  });
}

/** 555-0100 to 555-0199 are kept free for stories. */
function phone(random: Random): string {
  return `+1 ${random.pick(['503', '206', '207', '805'])} 555 01${String(random.int(0, 99)).padStart(2, '0')}`;
}
