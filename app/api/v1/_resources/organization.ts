import { z } from 'zod';
import { updateOrganization as update } from '@/db/commands/update-organization';
import { type OrganizationFacts, organizationFacts } from '@/db/queries/organization';
import { MAX_DOCUMENT_MINOR, type Minor } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { malformed } from '../_api/api-error';
import { Amount, Currency, Day, Decimal, Money, readAmount, readDecimal, text } from '../_api/fields';
import { type Answer, reading, writing } from '../_api/operation';

const Facts = z.object({
  organization_id: z.uuid(),
  name: z.string(),
  currency: Currency,
  time_zone: z.string(),
  aging_basis: z.enum(['due', 'invoice']),
  bounds: z.array(z.int()),
  locked_on: Day.nullable().meta({ description: 'Nothing becomes effective on or before this day.' }),
  tolerance_amount: Money.nullable().meta({
    description:
      'A rest of an invoice of at most this, and of at most tolerance_percent of it, is written off.',
  }),
  tolerance_percent: z.string().nullable(),
  write_off_limit: Money.nullable().meta({ description: 'The most that may be written off at once.' }),
  late_fee_amount: Money.nullable(),
  late_fee_percent: z.string().nullable().meta({ description: 'Of what is past due.' }),
  late_fee_days: z.int().nullable().meta({ description: 'Days past due; null: no late fees by rule.' }),
  interest_percent: z.string().nullable().meta({ description: 'A year, on what is past due.' }),
  exchange_account: z.string().nullable().meta({
    description:
      'Where the general ledger books exchange differences; null: none can arise, so settling is refused.',
  }),
  provision_rates: z.array(z.string()).nullable().meta({
    description: 'Expected loss in percent, one for each aging bucket; null: from own history.',
  }),
  terms_days: z.int().meta({ description: 'Days to pay of a new customer unless others are given.' }),
  paper: z.enum(['a4', 'letter']).meta({ description: 'The sheet that PDF files are laid out for.' }),
});

/** Age groups that there can be at most. */
const MAX_RATES = 12;
const Percent = Decimal.nullable().optional();
const Changes = z.strictObject({
  name: text(100).optional(),
  time_zone: text(60).optional(),
  aging_basis: z.enum(['due', 'invoice']).optional(),
  bounds: z.array(z.int()).max(11).optional(),
  locked_on: Day.nullable().optional(),
  tolerance_amount: Amount.nullable().optional(),
  tolerance_percent: Percent,
  write_off_limit: Amount.nullable().optional(),
  late_fee_amount: Amount.nullable().optional(),
  late_fee_percent: Percent,
  late_fee_days: z.int().min(0).max(3_650).nullable().optional(),
  interest_percent: Percent,
  exchange_account: text(100).nullable().optional(),
  provision_rates: z.array(Decimal).max(MAX_RATES).nullable().optional(),
  terms_days: z.int().min(0).max(3_650).optional(),
  paper: z.enum(['a4', 'letter']).optional(),
});

/** The business itself and its rules. */
export const getOrganization = reading({
  id: 'getOrganization',
  path: '/organization',
  summary: 'The business of the key: its facts, its lock date and its rules.',
  may: 'books:read',
  query: z.strictObject({}),
  answer: Facts,
  run: async ({ tx }) => ({ body: writeFacts(await organizationFacts(tx)) }),
});

/** Changes the business's rules. */
export const updateOrganization = writing({
  id: 'updateOrganization',
  method: 'PATCH',
  path: '/organization',
  summary: 'Changes what is given, and leaves the rest; null takes a rule back. For administrators.',
  may: 'organization:manage',
  body: Changes,
  answer: Facts,
  run: async ({ tx, actor }, body) => {
    const amount = (name: 'tolerance_amount' | 'write_off_limit' | 'late_fee_amount') =>
      readLimit(body[name], actor.org.currency, name);
    const changes = {
      name: body.name,
      timeZone: body.time_zone,
      agingBasis: body.aging_basis,
      bounds: body.bounds,
      lockedOn: body.locked_on,
      toleranceMinor: amount('tolerance_amount'),
      tolerancePercent: readPercent(body.tolerance_percent, 'tolerance_percent', 100),
      writeOffLimitMinor: amount('write_off_limit'),
      lateFeeMinor: amount('late_fee_amount'),
      lateFeePercent: readPercent(body.late_fee_percent, 'late_fee_percent', 100),
      lateFeeDays: body.late_fee_days,
      interestPercent: readPercent(body.interest_percent, 'interest_percent', 1_000),
      exchangeAccount: body.exchange_account,
      provisionRates:
        body.provision_rates?.map((rate) => readDecimal(rate, 'provision_rates')) ?? body.provision_rates,
      termsDays: body.terms_days,
      paper: body.paper,
    };
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    await update(tx, actor, Object.fromEntries(given));
    return { body: writeFacts(await organizationFacts(tx)) };
  },
});

function readLimit(
  amount: z.output<typeof Amount> | null | undefined,
  currency: string,
  field: string,
): Minor | null | undefined {
  if (amount === undefined || amount === null) return amount;
  const minor = readAmount(amount, currency, field);
  if (minor < 0 || minor > MAX_DOCUMENT_MINOR)
    throw malformed(`${field}: must be from zero to what one document can carry.`, field);
  return minor;
}

function readPercent(
  value: z.output<typeof Percent>,
  field: string,
  most: number,
): string | null | undefined {
  if (value === undefined || value === null) return value;
  const percent = readDecimal(value, field);
  if (Number(percent) < 0 || Number(percent) > most)
    throw malformed(`${field}: must be from 0 to ${most}.`, field);
  return percent;
}

function writeFacts(facts: OrganizationFacts): Answer<z.output<typeof Facts>> {
  const { currency } = facts;
  const amount = (minor: Minor | null) => (minor === null ? null : money(minor, currency));
  return {
    organization_id: facts.id,
    name: facts.name,
    currency,
    time_zone: facts.timeZone,
    aging_basis: facts.agingBasis,
    bounds: facts.bounds,
    locked_on: facts.lockedOn,
    tolerance_amount: amount(facts.toleranceMinor),
    tolerance_percent: facts.tolerancePercent,
    write_off_limit: amount(facts.writeOffLimitMinor),
    late_fee_amount: amount(facts.lateFeeMinor),
    late_fee_percent: facts.lateFeePercent,
    late_fee_days: facts.lateFeeDays,
    interest_percent: facts.interestPercent,
    exchange_account: facts.exchangeAccount,
    provision_rates: facts.provisionRates,
    terms_days: facts.termsDays,
    paper: facts.paper,
  };
}
