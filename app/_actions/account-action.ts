import 'server-only';
import { revalidatePath } from 'next/cache';
import type { z } from 'zod';
import { currentSession } from '@/app/_auth/session';
import type { LiveSession } from '@/db/queries/sessions';
import type { FormState } from '@/lib/form-state';
import { may } from '@/lib/permissions';
import { answerTo, invalid, OUTDATED } from './answers';
import type { StaffFormState } from './form-action';
import { formValues, isListed } from './form-values';

/** One form about the person who sends it. `run` opens its own scopes as `auth`, the only role that sees people. */
interface AccountForm<S extends z.ZodObject> {
  readonly verb: string;
  /** Names that it does not list are refused. */
  readonly input: S;
  /** `secret` is shown once and stored nowhere. */
  readonly run: (
    session: LiveSession,
    input: z.output<S>,
  ) => Promise<{ readonly message: string; readonly secret?: string }>;
  readonly stale: readonly string[];
}

/**
 * Every form of one's own account goes: session, validation, its work, revalidation, words. Anybody signed in may send
 * it, about himself; what it does is the same when done twice, so it carries no request id.
 */
export function accountAction<S extends z.ZodObject>({ verb, input, run, stale }: AccountForm<S>) {
  return async (_previous: StaffFormState, form: FormData): Promise<StaffFormState> => {
    try {
      const session = await currentSession();
      if (!session || !may(session.actor, 'account:manage')) return SIGNED_OUT;
      const values = formValues(form);
      if (!isListed(values, input)) return OUTDATED;
      const parsed = await input.safeParseAsync(values);
      if (!parsed.success) return invalid(parsed.error);
      const done = await run(session, parsed.data);
      for (const path of stale) revalidatePath(path);
      return { status: 'done', ...done };
    } catch (error) {
      return answerTo(error, { verb });
    }
  };
}

const SIGNED_OUT: FormState = {
  status: 'refused',
  message: 'You are signed out. Nothing was saved. Sign in and try again.',
};
