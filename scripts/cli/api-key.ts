import { createApiKey as create } from '@/db/commands/create-api-key';
import { revokeApiKey as revoke } from '@/db/commands/revoke-api-key';
import { apiKeyList } from '@/db/queries/api-keys';
import { customerCalled } from '@/db/queries/customer-called';
import { withScope } from '@/db/scope';
import { type CliCommand, oneOf, readOptions, required, say, UsageError } from './command';
import { actorFor } from './organization';

/** `api-key create`: a way in for a program. */
export const createApiKey: CliCommand = {
  usage: `api-key create --org ORG --name NAME [--role admin|manager|customer] [--customer CUSTOMER]
Makes a key for a program and shows it once. A manager's key reads; an admin's key also writes; a customer's key
reads what that customer owes, and nothing else. CUSTOMER is an id, a code or a whole name.`,
  prepare(args) {
    const values = readOptions(args, {
      org: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', default: 'manager' },
      customer: { type: 'string' },
    });
    const org = required(values.org, 'org');
    const name = required(values.name, 'name');
    const role = oneOf(values.role, 'role', ['admin', 'manager', 'customer']);
    const customer = role === 'customer' ? required(values.customer, 'customer') : null;
    return async () => {
      const actor = await actorFor(org);
      const { key } = await withScope(actor, 'write', async (tx) => {
        const whose = customer === null ? {} : { customerId: await customerCalled(tx, customer) };
        return create(tx, actor, { name, role, ...whose });
      });
      say(key);
      return 0;
    };
  },
};

/** `api-key revoke`: the program is out with its next request. */
export const revokeApiKey: CliCommand = {
  usage: `api-key revoke --org ORG --key BEGINNING
Takes a key back, named by its first characters as the settings show them, such as dl_a1B2c3.`,
  prepare(args) {
    const values = readOptions(args, { org: { type: 'string' }, key: { type: 'string' } });
    const org = required(values.org, 'org');
    const key = required(values.key, 'key');
    return async () => {
      const actor = await actorFor(org);
      const keys = await withScope(actor, 'read', apiKeyList);
      const matching = keys.filter(({ prefix, revokedAt }) => key.startsWith(prefix) && revokedAt === null);
      const [found, another] = matching;
      if (!found) throw new UsageError(`No key in force begins with ${key}.`);
      if (another) throw new UsageError(`Several keys begin with ${key}: revoke it under Settings.`);
      await withScope(actor, 'write', (tx) => revoke(tx, actor, { id: found.id }));
      say(`Revoked ${found.name}.`);
      return 0;
    };
  },
};
