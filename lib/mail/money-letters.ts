import { type Minor, sumOf, toMinor } from '../domain/money';
import type { Letter, LetterTools } from './letter';
import type { Amount, MailParams, RemindedInvoice } from './params';

type Of<K extends MailParams['kind']> = Extract<MailParams, { kind: K }>;

/** Thanks for a payment and says what it paid. */
export function receiptLetter(params: Of<'receipt'>, { words, figures }: LetterTools): Letter {
  const { currency, amountMinor, receivedOn, method, number, applied, unappliedMinor, balanceMinor } = params;
  const { receipt, labels } = words;
  const money = (amount: Minor) => figures.money(amount, currency);
  const rows = applied.map((each) => [each.number, money(each.openMinor), money(each.amountMinor)]);
  const unapplied = unappliedMinor > 0 ? [[labels.unapplied, '', money(unappliedMinor)]] : [];
  return {
    subject: receipt.subject(money(amountMinor)),
    paragraphs: [
      receipt.text(money(amountMinor), figures.day(receivedOn), method),
      receipt.reference(number),
    ],
    table: {
      head: [labels.invoice, labels.left, labels.paid],
      rows: [...rows, ...unapplied],
      total: { label: labels.total, amount: money(amountMinor) },
    },
    button: null,
    after: [standing(receipt, money, balanceMinor)],
  };
}

function standing(
  { owed, credit, nothing }: LetterTools['words']['receipt'],
  money: (amount: Minor) => string,
  balanceMinor: Minor,
): string {
  if (balanceMinor === 0) return nothing;
  return balanceMinor > 0 ? owed(money(balanceMinor)) : credit(money(toMinor(-balanceMinor)));
}

/** Reminds of what is open: every invoice with its due day, and the sum of each currency. */
export function reminderLetter(params: Of<'reminder'>, { words, figures, sender }: LetterTools): Letter {
  const { stage, invoices, note } = params;
  const { reminder, labels } = words;
  const total = figures.amounts(totalsOf(invoices));
  return {
    subject: reminder.subject[stage](total, sender),
    paragraphs: [...linesOf(note), reminder.text[stage](total)],
    table: {
      head: [labels.invoice, labels.due, labels.standing, labels.open],
      rows: invoices.map(({ number, currency, dueOn, daysPastDue, openMinor }) => [
        number,
        figures.day(dueOn),
        daysPastDue > 0 ? words.late(daysPastDue) : words.dueIn(-daysPastDue),
        figures.money(openMinor, currency),
      ]),
      total: { label: labels.total, amount: total },
    },
    button: reminder.button,
    after: [reminder.crossed, reminder.wrong],
  };
}

/** What is open in each currency, in the order in which they come. */
function totalsOf(invoices: readonly RemindedInvoice[]): Amount[] {
  return [...new Set(invoices.map((each) => each.currency))].map((currency) => {
    const mine = invoices.filter((each) => each.currency === currency);
    return { currency, amountMinor: sumOf(mine.map((each) => each.openMinor)) };
  });
}

/** Comes with the statement of a day. */
export function statementLetter(params: Of<'statement'>, { words, figures, sender }: LetterTools): Letter {
  const { currency, amountMinor, lateMinor, asOf } = params;
  const { statement } = words;
  const day = figures.day(asOf);
  return {
    subject: statement.subject(sender, day),
    paragraphs:
      amountMinor === 0
        ? [statement.nothing(day)]
        : [
            statement.text(day, figures.money(amountMinor, currency)),
            ...(lateMinor > 0 ? [statement.late(figures.money(lateMinor, currency))] : []),
          ],
    table: null,
    button: statement.button,
    after: [],
  };
}

/** Comes with an invoice. */
export function invoiceLetter(params: Of<'invoice'>, { words, figures, sender }: LetterTools): Letter {
  const { number, currency, amountMinor, dueOn, note } = params;
  const { invoice } = words;
  return {
    subject: invoice.subject(number, sender),
    paragraphs: [
      ...linesOf(note),
      invoice.text(number, figures.money(amountMinor, currency), figures.day(dueOn)),
    ],
    table: null,
    button: invoice.button,
    after: [],
  };
}

/** What somebody wrote, a paragraph a line. */
function linesOf(note: string): string[] {
  return note.split(/\r?\n/).filter((line) => line.trim() !== '');
}
