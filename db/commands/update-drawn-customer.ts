import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { Minor } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';
import { Refusal } from '@/lib/refusal';
import { termsWords } from '@/lib/terms-words';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { updateCustomer } from './update-customer';

/** What the form of a customer shows and takes. */
export interface CustomerFacts {
  readonly name: string;
  readonly code: string | null;
  readonly parentId: string | null;
  readonly owner: string | null;
  readonly tags: string[];
  readonly currency: string;
  readonly termsDays: number;
  readonly creditLimitMinor: Minor | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly notes: string | null;
}

/** A form of a customer that was sent. */
export interface DrawnCustomer {
  readonly customerId: string;
  /** What the form showed when it was drawn, and what it says now. */
  readonly drawn: CustomerFacts;
  readonly typed: CustomerFacts;
  /** The refusal that the form shows: of what it names, what was typed is wanted all the same. */
  readonly told: string;
}

type Fact = keyof CustomerFacts;

const NAMES: Readonly<Record<Fact, string>> = {
  name: 'name',
  code: 'code',
  parentId: 'group it is part of',
  owner: 'owner',
  tags: 'tags',
  currency: 'currency',
  termsDays: 'days to pay',
  creditLimitMinor: 'credit limit',
  email: 'e-mail',
  phone: 'phone',
  address: 'address',
  notes: 'notes',
};

const FACTS = Object.keys(NAMES).filter((name): name is Fact => name in NAMES);

/**
 * Changes what its user changed in a form of a customer: what others changed since it was drawn stays.
 * @throws Refusal `changed_elsewhere` when somebody else changed the same since, unless the form was `told` so; as
 * `updateCustomer`.
 */
export async function updateDrawnCustomer(
  tx: Tx,
  actor: Actor,
  { customerId, drawn, typed, told }: DrawnCustomer,
): Promise<{ customerId: string; changed: readonly string[] }> {
  await lockCustomer(tx, customerId);
  const [now] = await tx.select().from(customers).where(eq(customers.id, customerId));
  if (!now) throw new Refusal('not_found', 'That customer does not exist.');
  const chosen = chosenFacts(drawn, typed);
  const lost = chosen.filter((name) => !isSame(now[name], drawn[name]) && !isSame(now[name], typed[name]));
  if (lost.length > 0) {
    const words = await Promise.all(
      lost.map(async (name) => `the ${NAMES[name]} is now ${await said(tx, now, name)}`),
    );
    const sentence = `This customer was changed since you opened it: ${words.join(', ')}. Nothing was saved. Save again to put what you typed in the place of that.`;
    if (sentence !== told) throw new Refusal('changed_elsewhere', sentence);
  }
  const changes = Object.fromEntries(chosen.map((name) => [name, typed[name]]));
  return updateCustomer(tx, actor, { customerId, ...changes });
}

/** What differs from what was drawn. A credit limit says nothing without its currency: who changes one means both. */
function chosenFacts(drawn: CustomerFacts, typed: CustomerFacts): readonly Fact[] {
  const differs = (name: Fact) => !isSame(drawn[name], typed[name]);
  const isLimitChosen = differs('currency') || differs('creditLimitMinor');
  return FACTS.filter((name) =>
    name === 'currency' || name === 'creditLimitMinor' ? isLimitChosen : differs(name),
  );
}

/** Whether two values of a fact are the same to who reads them: a form sends texts trimmed, and ends lines its own way. */
function isSame(one: CustomerFacts[Fact], other: CustomerFacts[Fact]): boolean {
  const read = (value: CustomerFacts[Fact]) =>
    typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() || null : value;
  return JSON.stringify(read(one)) === JSON.stringify(read(other));
}

/** What a fact is, in words. */
async function said(tx: Tx, now: typeof customers.$inferSelect, name: Fact): Promise<string> {
  if (name === 'termsDays') return `${now.termsDays} (${termsWords(now.termsDays)})`;
  if (name === 'creditLimitMinor')
    return now.creditLimitMinor === null ? 'none' : formatMoney(now.creditLimitMinor, now.currency);
  if (name === 'parentId' && now.parentId) {
    const [parent] = await tx
      .select({ name: customers.name })
      .from(customers)
      .where(eq(customers.id, now.parentId));
    return `“${parent?.name}”`;
  }
  const value = now[name];
  const text = Array.isArray(value) ? value.join(', ') : value;
  if (!text) return 'empty';
  return text.length > 200 ? `“${text.slice(0, 200)}…”` : `“${text}”`;
}
