import { inviteUser as invite } from '@/db/commands/invite-user';
import { withScope } from '@/db/scope';
import { appOrigin } from '@/lib/app-origin';
import { isUuid } from '@/lib/uuid';
import { type CliCommand, oneOf, readOptions, required, say, UsageError } from './command';
import { actorFor } from './organization';

/** `user invite`: a link that lets somebody in once. */
export const inviteUser: CliCommand = {
  usage: `user invite --org ORG --email E-MAIL --role admin|manager|customer [--name NAME] [--customer ID]
Makes a link that lets somebody in once within 7 days. A customer's person needs the id of the customer.`,
  prepare(args) {
    const values = readOptions(args, {
      org: { type: 'string' },
      email: { type: 'string' },
      role: { type: 'string' },
      name: { type: 'string' },
      customer: { type: 'string' },
    });
    const org = required(values.org, 'org');
    const email = required(values.email, 'email').normalize('NFKC');
    if (!/^\S+@\S+$/.test(email))
      throw new UsageError('--email must be an address such as dana@example.com.');
    const role = oneOf(required(values.role, 'role'), 'role', ['admin', 'manager', 'customer']);
    const name = values.name?.trim() || email.slice(0, email.indexOf('@'));
    const whom =
      role === 'customer'
        ? { email, name, role, customerId: readCustomer(values.customer) }
        : { email, name, role };
    return async () => {
      const actor = await actorFor(org);
      const { token } = await withScope(actor, 'write', (tx) => invite(tx, actor, whom));
      say(`${appOrigin()}/invite/${token}`);
      return 0;
    };
  },
};

function readCustomer(id: string | undefined): string {
  const written = required(id, 'customer');
  if (!isUuid(written)) throw new UsageError('--customer must be the id of a customer.');
  return written;
}
