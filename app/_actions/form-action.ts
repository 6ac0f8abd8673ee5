import 'server-only';
import { revalidatePath } from 'next/cache';
import type { z } from 'zod';
import { currentActor } from '@/app/_auth/actor';
import type { Tx } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { FormState } from '@/lib/form-state';
import { may as isAllowed, type Permission } from '@/lib/permissions';
import { isUuid } from '@/lib/uuid';
import { answerTo, invalid, OUTDATED } from './answers';
import { type Done, doOnce } from './do-once';
import { formValues, isListed } from './form-values';

/** What a form of the staff shows after a submit. */
export type StaffFormState = FormState & { readonly secret?: string };

/** One form of the staff: who may send it, what it takes, what it does, and which pages show old figures after it. */
interface StaffForm<S extends z.ZodObject> {
  readonly may: Permission;
  /** Past tense with underscores, unique among forms: the same request id under another verb is refused. */
  readonly verb: string;
  /** Without `requestId`; names that it does not list are refused. */
  readonly input: S;
  readonly run: (tx: Tx, actor: StaffActor, input: z.output<S>) => Promise<Done>;
  /** What is asked of others once that has committed, again with every repeat: `requestId` tells them that it is one. */
  readonly ask?: (actor: StaffActor, input: z.output<S> & { readonly requestId: string }) => Promise<void>;
  readonly stale: readonly string[];
  /** Milliseconds that it may take where it does much at once; left out, what every page has. */
  readonly within?: number;
}

/** A form for which others are asked before its transaction begins, as no transaction waits for a network; `run` gets their answer. */
interface AskingForm<S extends z.ZodObject, A> extends Omit<StaffForm<S>, 'run'> {
  readonly askFirst: (actor: StaffActor, input: z.output<S>) => Promise<A>;
  readonly run: (tx: Tx, actor: StaffActor, input: z.output<S>, answer: A) => Promise<Done>;
}

/**
 * Every form of the staff goes: actor, permission, validation, one transaction that does it once per `requestId` (a
 * hidden uuid made when the form was drawn), revalidation, words. It never throws but to redirect.
 */
export function formAction<S extends z.ZodObject>(form: StaffForm<S>) {
  return askingAction({ ...form, askFirst: () => Promise.resolve() });
}

/** As `formAction`, where others are asked first. */
export function askingAction<S extends z.ZodObject, A>({
  may,
  verb,
  input,
  askFirst,
  run,
  ask,
  stale,
  within,
}: AskingForm<S, A>) {
  return async (_previous: FormState, form: FormData): Promise<StaffFormState> => {
    let actorId: string | null = null;
    try {
      const actor = await currentActor();
      if (!actor) return SIGNED_OUT;
      if (actor.kind !== 'staff' || !isAllowed(actor, may)) return NOT_ALLOWED;
      actorId = actor.userId;
      const { requestId, ...values } = formValues(form);
      if (typeof requestId !== 'string' || !isUuid(requestId) || !isListed(values, input)) return OUTDATED;
      const parsed = await input.safeParseAsync(values);
      if (!parsed.success) return invalid(parsed.error);
      const request = { requestId, verb, input: values, within };
      const answer = await askFirst(actor, parsed.data);
      const done = await doOnce(actor, request, (tx) => run(tx, actor, parsed.data, answer));
      await ask?.(actor, { ...parsed.data, requestId });
      // A path with a parameter stands for every page of its kind.
      for (const path of stale) revalidatePath(path, path.includes('[') ? 'page' : undefined);
      return { status: 'done', ...done };
    } catch (error) {
      return answerTo(error, { verb, actorId });
    }
  };
}

const SIGNED_OUT: FormState = {
  status: 'refused',
  message:
    'You are signed out. Nothing was saved. Sign in again in another tab, then press the button once more.',
};

const NOT_ALLOWED: FormState = {
  status: 'refused',
  message: 'Your role cannot do this. Nothing was saved. Ask an administrator of your business.',
};
