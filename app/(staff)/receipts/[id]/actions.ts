'use server';
import { randomUUID } from 'node:crypto';
import { formAction } from '@/app/_actions/form-action';
import { acceptExact as bookExact } from '@/db/commands/accept-exact';
import { acceptLines } from '@/db/commands/accept-lines';
import { bookLine as book } from '@/db/commands/book-line';
import * as aside from '@/db/commands/set-line-aside';
import { undoDecisions } from '@/db/commands/undo-decisions';
import { formatCount } from '@/lib/format';
import * as input from './input';

const BOOKS = {
  may: 'books:write',
  stale: ['/', '/aging', '/customers', '/invoices', '/payments', '/receipts'],
} as const;
/** Milliseconds that booking a thousand lines, and matching others again, may take. */
const LONG = 60_000;

export const acceptExact = formAction({
  ...BOOKS,
  verb: 'bank_exact_form',
  input: input.acceptExactInput,
  within: LONG,
  run: async (tx, actor, { statementId }) => {
    const id = randomUUID();
    const counts = await bookExact(tx, actor, { statementId, batchId: id });
    return { message: input.acceptedWords(counts), ...(counts.bookedCount > 0 ? { id } : {}) };
  },
});

export const acceptLine = formAction({
  ...BOOKS,
  verb: 'bank_line_form',
  input: input.acceptLineInput,
  within: LONG,
  run: async (tx, actor, { lineId, way }) => {
    const id = randomUUID();
    const counts = await acceptLines(tx, actor, { lineIds: [lineId], way, batchId: id });
    return { message: input.acceptedWords(counts), ...(counts.bookedCount > 0 ? { id } : {}) };
  },
});

export const bookLine = formAction({
  ...BOOKS,
  verb: 'bank_line_by_hand_form',
  input: input.bookLineInput,
  within: LONG,
  run: async (tx, actor, { lineId, shares }) => {
    const id = randomUUID();
    const { numbers } = await book(tx, actor, { lineId, shares, batchId: id });
    return { id, message: `Booked as ${numbers.join(' and ')}.` };
  },
});

export const ignoreLine = formAction({
  ...BOOKS,
  verb: 'bank_line_ignored_form',
  input: input.ignoreLineInput,
  run: async (tx, actor, ignored) => {
    const id = randomUUID();
    await aside.ignoreLine(tx, actor, { ...ignored, batchId: id });
    return { id, message: `Set aside: ${ignored.reason}.` };
  },
});

export const sameAsPayment = formAction({
  ...BOOKS,
  verb: 'bank_line_same_form',
  input: input.lineOfPaymentInput,
  run: async (tx, actor, line) => {
    const id = randomUUID();
    const { number } = await aside.sameAsPayment(tx, actor, { ...line, batchId: id });
    return { id, message: `It is ${number}. Nothing was booked again.` };
  },
});

export const returnPayment = formAction({
  ...BOOKS,
  verb: 'bank_line_returned_form',
  input: input.lineOfPaymentInput,
  run: async (tx, actor, line) => {
    const { number } = await aside.returnPayment(tx, actor, { ...line, batchId: randomUUID() });
    return { message: `${number} came back. Its invoices are open again.` };
  },
});

export const undoBatch = formAction({
  ...BOOKS,
  verb: 'bank_batch_undone_form',
  input: input.undoBatchInput,
  within: LONG,
  run: async (tx, actor, batch) => {
    const { lineCount } = await undoDecisions(tx, actor, batch);
    return { message: `${formatCount(lineCount, 'line')} open again.` };
  },
});

export const undoLine = formAction({
  ...BOOKS,
  verb: 'bank_line_undone_form',
  input: input.undoLineInput,
  within: LONG,
  run: async (tx, actor, line) => {
    await undoDecisions(tx, actor, line);
    return { message: 'The line is open again.' };
  },
});
