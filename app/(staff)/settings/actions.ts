'use server';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formAction, type StaffFormState } from '@/app/_actions/form-action';
import { signOut } from '@/app/_auth/options';
import { createApiKey } from '@/db/commands/create-api-key';
import { removeSample as remove } from '@/db/commands/remove-sample';
import { revokeApiKey } from '@/db/commands/revoke-api-key';
import { updateOrganization } from '@/db/commands/update-organization';
import { customerCalled } from '@/db/queries/customer-called';
import { Refusal } from '@/lib/refusal';
import { createKeyInput, organizationInput, revokeKeyInput, toUpdateOrganization } from './input';

/** Saves the facts of the business. */
export const saveOrganization = formAction({
  may: 'organization:manage',
  verb: 'organization_form',
  input: organizationInput,
  run: async (tx, actor, input) => {
    const { changed } = await updateOrganization(tx, actor, toUpdateOrganization(input));
    return { message: changed.length > 0 ? 'Saved.' : 'Nothing was changed.' };
  },
  stale: ['/', '/aging', '/customers', '/settings'],
});

/** Makes an API key; `secret` of the answer is the key, shown this once. */
export const createKey = formAction({
  may: 'organization:manage',
  verb: 'api_key_form',
  input: createKeyInput,
  run: async (tx, actor, { name, role, customer }) => {
    if (role === 'customer' && customer === '')
      throw new Refusal('invalid', 'Enter the code or the name of the customer.', 'customer');
    const whose = role === 'customer' ? { customerId: await customerCalled(tx, customer) } : {};
    const { key } = await createApiKey(tx, actor, { name, role, ...whose });
    return { message: `Made a key for ${name}.`, secret: key };
  },
  stale: ['/settings'],
});

/** Takes an API key back. */
export const revokeKey = formAction({
  may: 'organization:manage',
  verb: 'api_key_revoked_form',
  input: revokeKeyInput,
  run: async (tx, actor, input) => {
    const { name } = await revokeApiKey(tx, actor, input);
    return { message: `The key of ${name} no longer works.` };
  },
  stale: ['/settings'],
});

const removeBooks = formAction({
  may: 'organization:manage',
  verb: 'sample_removed_form',
  input: z.object({}),
  run: async (tx, actor) => {
    await remove(tx, actor);
    return { message: 'The sample data is gone.' };
  },
  stale: [],
});

/** Removes the sample books whole, with everybody who could sign in to them, and shows the welcome page. */
export async function removeSample(previous: StaffFormState, form: FormData): Promise<StaffFormState> {
  const state = await removeBooks(previous, form);
  if (state.status !== 'done') return state;
  await signOut({ redirect: false });
  redirect('/welcome');
}
