'use server';
import { accountAction } from '@/app/_actions/account-action';
import { resetLink } from '@/app/_auth/reset';
import { makePasswordReset } from '@/db/commands/make-password-reset';
import { removeSecondFactorOf } from '@/db/commands/remove-second-factor';
import { updateOrganization } from '@/db/commands/update-organization';
import { secondFactor } from '@/db/queries/second-factor';
import type { LiveSession } from '@/db/queries/sessions';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { may } from '@/lib/permissions';
import { Refusal } from '@/lib/refusal';
import { memberInput, requirementInput } from './input';

/** Makes a link for a new password; `secret` of the answer is the link, shown this once. */
export const resetCredentials = accountAction({
  verb: 'reset_credentials',
  input: memberInput,
  run: async (session, input) => {
    const actor = administrator(session);
    const { token, name } = await withScope({ kind: 'auth', org: actor.org }, 'write', (tx) =>
      makePasswordReset(tx, actor, input),
    );
    return {
      message: `${name} can choose a new password with this link within a day.`,
      secret: resetLink(token),
    };
  },
  stale: [],
});

/** Takes away the second factor of somebody who lost it. */
export const removeFactor = accountAction({
  verb: 'remove_second_factor_of',
  input: memberInput,
  run: async (session, input) => {
    const actor = administrator(session);
    const { name } = await withScope({ kind: 'auth', org: actor.org }, 'write', (tx) =>
      removeSecondFactorOf(tx, actor, input),
    );
    return { message: `${name} signs in with the password alone.` };
  },
  stale: ['/settings/people', '/settings/people/[id]'],
});

/** Asks the whole staff for a second factor, or no longer does. Who asks others has one. */
export const requireFactor = accountAction({
  verb: 'require_second_factor',
  input: requirementInput,
  run: async (session, { required }) => {
    const actor = administrator(session);
    const own = await withScope({ kind: 'auth' }, 'read', (tx) => secondFactor(tx, session.actor.userId));
    if (required === 'yes' && !own)
      throw new Refusal('invalid', 'Add a second factor to your own account first: you would be shut out.');
    const { changed } = await withScope(actor, 'write', (tx) =>
      updateOrganization(tx, actor, { requiresSecondFactor: required === 'yes' }),
    );
    if (changed.length === 0) return { message: 'Nothing was changed.' };
    return {
      message:
        required === 'yes'
          ? 'Whoever has no second factor adds one before anything else.'
          : 'A second factor is everybody’s own choice.',
    };
  },
  stale: ['/settings/people'],
});

/** @throws Refusal `forbidden` for anybody else, and for whoever has to add a second factor first. */
function administrator({ actor, mustEnrol }: LiveSession): StaffActor {
  if (actor.kind === 'staff' && !mustEnrol && may(actor, 'organization:manage')) return actor;
  throw new Refusal('forbidden', 'Your role cannot do this. Nothing was saved.');
}
