import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import { z } from 'zod';
import { DatabaseUnavailable } from '@/lib/database-unavailable';
import type { FormState } from '@/lib/form-state';
import { describeError, log } from '@/lib/log';
import { Refusal } from '@/lib/refusal';
import { TooMany } from '@/lib/too-many';

/** The answer to input that does not fit: what is wrong with which field. */
export function invalid(error: z.core.$ZodError<Record<string, unknown>>): FormState {
  const { fieldErrors } = z.flattenError(error);
  const fields = Object.fromEntries(
    Object.entries(fieldErrors).flatMap(([name, messages]) => (messages?.length ? [[name, messages]] : [])),
  );
  return Object.keys(fields).length > 0 ? { status: 'invalid', fields } : OUTDATED;
}

/** The answer to a form that was drawn by another version of the application, or by somebody else. */
export const OUTDATED: FormState = {
  status: 'refused',
  message: 'This form is out of date. Nothing was saved. Reload the page and try again.',
};

/**
 * The answer when something was thrown. A rule's no is shown as it is; of a fault the user learns what was saved and
 * an id, and the log the rest. Redirects of Next are thrown on.
 */
export function answerTo(error: unknown, context: Readonly<Record<string, unknown>>): FormState {
  unstable_rethrow(error);
  if (error instanceof Refusal)
    return { status: 'refused', message: error.message, ...(error.field && { field: error.field }) };
  if (error instanceof TooMany) return { status: 'refused', message: error.message };
  const id = crypto.randomUUID().slice(0, 8);
  const isDatabase = error instanceof DatabaseUnavailable;
  log(isDatabase ? 'warn' : 'error', 'form_failed', { id, ...context, error: describeError(error) });
  return { status: 'failed', message: `${isDatabase ? wordsFor(error) : BUG} Quote ${id} if it goes on.` };
}

const BUG = 'Something went wrong on our side. Nothing was saved.';

function wordsFor({ maybeSaved }: DatabaseUnavailable): string {
  return maybeSaved
    ? 'Dueline lost its database while saving. Press the button again: what was saved is not saved twice.'
    : 'Dueline cannot reach its database. Nothing was saved; try again in a moment.';
}
