import 'server-only';
import type { Route } from 'next';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { currentActor } from '@/app/_auth/actor';
import type { Tx } from '@/db/scope';
import type { CustomerActor } from '@/lib/actor';
import type { FormState } from '@/lib/form-state';
import { may as isAllowed } from '@/lib/permissions';
import { isUuid } from '@/lib/uuid';
import { answerTo, invalid, OUTDATED } from './answers';
import { type Done, doOnce } from './do-once';
import { formValues, isListed } from './form-values';

/** One form of the portal: what it takes, what it does, and where it leads. */
interface PortalForm<S extends z.ZodObject> {
  /** As of a form of the staff. */
  readonly verb: string;
  /** Without `requestId`; names that it does not list are refused. */
  readonly input: S;
  readonly run: (tx: Tx, actor: CustomerActor, input: z.output<S>) => Promise<Done>;
  /** The page to go to when it is done, with what it did; left out, the page stays and shows the words. */
  readonly next?: (done: Done, actor: CustomerActor, input: z.output<S>) => Route | Promise<Route>;
}

/**
 * Every form of the portal goes as a form of the staff does, for a person of a customer alone: staff who look at a portal
 * change nothing in it.
 */
export function portalAction<S extends z.ZodObject>({ verb, input, run, next }: PortalForm<S>) {
  return async (_previous: FormState, form: FormData): Promise<FormState> => {
    let actorId: string | null = null;
    try {
      const actor = await currentActor();
      if (!actor) return SIGNED_OUT;
      if (actor.kind !== 'customer' || !isAllowed(actor, 'portal:write')) return ONLY_LOOKING;
      actorId = actor.userId;
      const { requestId, ...values } = formValues(form);
      if (typeof requestId !== 'string' || !isUuid(requestId) || !isListed(values, input)) return OUTDATED;
      const parsed = await input.safeParseAsync(values);
      if (!parsed.success) return invalid(parsed.error);
      const request = { requestId, verb, input: values };
      const done = await doOnce(actor, request, (tx) => run(tx, actor, parsed.data));
      revalidatePath('/portal', 'layout');
      if (next) redirect(await next(done, actor, parsed.data));
      return { status: 'done', ...done };
    } catch (error) {
      return answerTo(error, { verb, actorId });
    }
  };
}

const SIGNED_OUT: FormState = {
  status: 'refused',
  message:
    'You are signed out. Nothing was sent. Sign in again in another tab, then press the button once more.',
};

const ONLY_LOOKING: FormState = {
  status: 'refused',
  message: 'Only people of the customer can do this. Nothing was sent.',
};
