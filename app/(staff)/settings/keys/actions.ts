'use server';
import { formAction } from '@/app/_actions/form-action';
import { createApiKey } from '@/db/commands/create-api-key';
import { revokeApiKey } from '@/db/commands/revoke-api-key';
import { rotateApiKey } from '@/db/commands/rotate-api-key';
import { customerCalled } from '@/db/queries/customer-called';
import { Refusal } from '@/lib/refusal';
import { createKeyInput, revokeKeyInput, rotateKeyInput } from './input';

const DAY_MS = 86_400_000;

/** Makes an API key; `secret` of the answer is the key, shown this once. */
export const createKey = formAction({
  may: 'organization:manage',
  verb: 'api_key_form',
  input: createKeyInput,
  run: async (tx, actor, { name, role, customer, days, perMinute }) => {
    if (role === 'customer' && customer === '')
      throw new Refusal('invalid', 'Enter the code or the name of the customer.', 'customer');
    const whose = role === 'customer' ? { customerId: await customerCalled(tx, customer) } : {};
    const limits = {
      ...(days && { expiresAt: new Date(Date.now() + Number(days) * DAY_MS) }),
      ...(perMinute && { callsPerMinute: Number(perMinute) }),
    };
    const { key } = await createApiKey(tx, actor, { name, role, ...whose, ...limits });
    return { message: `Made a key for ${name}.`, secret: key };
  },
  stale: ['/settings/keys'],
});

/** Makes a key that takes the place of another, which works a while longer; `secret` of the answer is the new key. */
export const rotateKey = formAction({
  may: 'organization:manage',
  verb: 'api_key_rotated_form',
  input: rotateKeyInput,
  run: async (tx, actor, { id, overlap }) => {
    const { name, key } = await rotateApiKey(tx, actor, { id, overlapHours: Number(overlap) });
    return { message: `Made a new key for ${name}.`, secret: key };
  },
  stale: ['/settings/keys'],
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
  stale: ['/settings/keys'],
});
