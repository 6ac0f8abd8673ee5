import type { Candidate, Confidence, PayerSign } from '@/lib/domain/matching/proposal';
import { toMinor } from '@/lib/domain/money';
import { formatCount, formatMoney } from '@/lib/format';

/** How sure a proposal is, in a word. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  exact: 'Exact',
  likely: 'Likely',
  choose: 'Choose',
};

const PAYER_WORDS: Readonly<Record<PayerSign, string>> = {
  account: 'Known account',
  alias: 'Known payer',
  name: 'Its name',
  text: 'Its name in the text',
  code: 'Its code in the text',
  similar: 'A name like it',
};

/** So many numbers are written out. */
const MOST_NUMBERS = 3;

/** Why a line is proposed to be booked so: "Names INV-01042; amount exact". */
export function candidateWords(candidate: Candidate, currency: string): string {
  const said = howWords(candidate, currency);
  const payer = candidate.payer && candidate.how !== 'numbers' ? `${PAYER_WORDS[candidate.payer]}; ` : '';
  const sentence = payer + (payer ? lowered(said) : said);
  if (candidate.unappliedMinor === 0 || candidate.how === 'account') return sentence;
  return `${sentence}; ${formatMoney(candidate.unappliedMinor, currency)} stays on account`;
}

function howWords(candidate: Candidate, currency: string): string {
  const { how, parts, hasRival, unappliedMinor } = candidate;
  const count = formatCount(parts.length, 'invoice');
  switch (how) {
    case 'numbers':
      return `Names ${numbersOf(candidate)}; ${paidWords(candidate, currency)}`;
    case 'item':
      return hasRival
        ? `Several invoices of this amount; the oldest is ${numbersOf(candidate)}`
        : `${numbersOf(candidate)} is exactly this amount`;
    case 'sum':
      return hasRival
        ? `${count} add up to it, perhaps by chance: ${numbersOf(candidate)}`
        : `${count} add up to it: ${numbersOf(candidate)}`;
    case 'due':
      return hasRival
        ? `The ${count} due first, exactly, or others of the same amounts: ${numbersOf(candidate)}`
        : `The ${count} due first, exactly: ${numbersOf(candidate)}`;
    case 'balance':
      return `Everything that is open, exactly: ${numbersOf(candidate)}`;
    case 'oldest':
      return `Oldest first: ${numbersOf(candidate)}`;
    case 'account':
      return `Nothing is open; ${formatMoney(unappliedMinor, currency)} stays on account`;
  }
}

function paidWords({ parts, unappliedMinor }: Candidate, currency: string): string {
  const [paid, open] = [
    toMinor(parts.reduce((sum, part) => sum + part.amountMinor, 0)),
    toMinor(parts.reduce((sum, part) => sum + part.openMinor, 0)),
  ];
  if (paid < open) return `pays ${formatMoney(paid, currency)} of the ${formatMoney(open, currency)} left`;
  // Other lines may have taken some of it: this is of what they left.
  if (unappliedMinor > 0) return `pays more than the ${formatMoney(open, currency)} left`;
  return parts.length > 1 ? 'their sum is exact' : 'amount exact';
}

/** "INV-1, INV-2, INV-3 and 4 more". */
function numbersOf({ parts }: Candidate): string {
  const numbers = [...new Set(parts.map((part) => part.number))];
  const more = numbers.length - MOST_NUMBERS;
  if (more <= 0) return numbers.join(', ');
  return `${numbers.slice(0, MOST_NUMBERS).join(', ')} and ${more} more`;
}

function lowered(text: string): string {
  return /^[A-Z][a-z ]/.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}
