import { hash } from '@node-rs/argon2';
import { z } from 'zod';
import { createApiKey } from '@/db/commands/create-api-key';
import { registerOrganization } from '@/db/commands/register-organization';
import { withScope } from '@/db/scope';
import { COMMON_PASSWORDS } from '@/lib/common-passwords';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { isCurrency } from '@/lib/domain/currencies';
import { newToken } from '@/lib/secret-token';
import { uuid7 } from '@/lib/uuid';
import { type CliCommand, readOptions, required, say, UsageError } from './command';
import { actorOf } from './organization';

/** `org create`: a business and its first administrator. */
export const createOrganization: CliCommand = {
  usage: `org create --name NAME --email E-MAIL --currency USD --zone Europe/Berlin [--person NAME] [--password PASSWORD] [--api-key]
Creates a business and its first administrator. Without --password one is made and shown once; --api-key also makes a key.`,
  prepare(args) {
    const values = readOptions(args, {
      name: { type: 'string' },
      email: { type: 'string' },
      currency: { type: 'string' },
      zone: { type: 'string' },
      person: { type: 'string' },
      password: { type: 'string' },
      'api-key': { type: 'boolean', default: false },
    });
    const orgName = required(values.name, 'name');
    const email = readEmail(required(values.email, 'email'));
    const currency = required(values.currency, 'currency');
    if (!isCurrency(currency)) throw new UsageError('--currency must be a code of ISO 4217, such as USD.');
    const timeZone = required(values.zone, 'zone');
    if (!isTimeZone(timeZone)) throw new UsageError('--zone must be a time zone such as Europe/Berlin.');
    const password = readPassword(values.password);
    const name = values.person?.trim() || email.slice(0, email.indexOf('@'));
    const input = { orgId: uuid7(), orgName, currency, timeZone, name, email };
    return () => create(input, { password, withKey: values['api-key'] });
  },
};

interface NewOrganization {
  readonly orgId: string;
  readonly orgName: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly name: string;
  readonly email: string;
}

async function create(
  input: NewOrganization,
  { password, withKey }: { readonly password: string | undefined; readonly withKey: boolean },
): Promise<number> {
  const { orgId, orgName, currency, timeZone, email } = input;
  const secret = password ?? newToken().slice(0, 20);
  const passwordHash = await hash(secret.normalize('NFKC'));
  await withScope({ kind: 'auth', org: { id: orgId } }, 'write', (tx) =>
    registerOrganization(tx, { ...input, passwordHash }),
  );
  say(`Organization: ${orgId}  ${orgName}`, `Sign in as:   ${email}`);
  if (password === undefined) say(`Password:     ${secret}`);
  if (!withKey) return 0;
  const settings = { agingBasis: 'due', bounds: DEFAULT_BOUNDS, isSample: false } as const;
  const actor = actorOf({ id: orgId, name: orgName, currency, timeZone, ...settings });
  const { key } = await withScope(actor, 'write', (tx) =>
    createApiKey(tx, actor, { name: 'Command line', role: 'admin' }),
  );
  say(`API key:      ${key}`);
  return 0;
}

function readEmail(written: string): string {
  const email = z.email().max(254).safeParse(written.normalize('NFKC'));
  if (!email.success) throw new UsageError('--email must be an address such as dana@example.com.');
  return email.data;
}

function readPassword(password: string | undefined): string | undefined {
  if (password === undefined) return undefined;
  if (password.length < 8 || password.length > 128)
    throw new UsageError('--password must have 8 to 128 characters.');
  if (COMMON_PASSWORDS.has(password.toLowerCase()))
    throw new UsageError('That password is on every list of common ones.');
  return password;
}

function isTimeZone(name: string): boolean {
  return name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name);
}
