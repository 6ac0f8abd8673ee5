import 'server-only';
import type { z } from 'zod';
import type { FormState } from '@/lib/form-state';
import { answerTo, invalid, OUTDATED } from './answers';
import { formValues, isListed, retypable, type TypedValues } from './form-values';

/** What a visitor's form shows after a submit, with what was typed. */
export type PublicFormState = FormState & { readonly typed?: TypedValues };

/** One form of a visitor. `run` opens its own scopes, throws Refusal to say no, and redirects when all is well. */
interface PublicForm<S extends z.ZodObject> {
  readonly verb: string;
  /** Names that it does not list are refused. */
  readonly input: S;
  readonly run: (input: z.output<S>) => Promise<FormState>;
}

/** Every form that needs no actor goes: validation, its work, words. It never throws but to redirect. */
export function publicAction<S extends z.ZodObject>({ verb, input, run }: PublicForm<S>) {
  return async (_previous: PublicFormState, form: FormData): Promise<PublicFormState> => {
    const values = formValues(form);
    const typed = retypable(values);
    if (!isListed(values, input)) return OUTDATED;
    const parsed = await input.safeParseAsync(values);
    if (!parsed.success) return { ...invalid(parsed.error), typed };
    try {
      return { ...(await run(parsed.data)), typed };
    } catch (error) {
      return { ...answerTo(error, { verb }), typed };
    }
  };
}
