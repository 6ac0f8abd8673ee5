import 'server-only';
import type { Device } from '@/db/commands/open-session';
import { registerOrganization } from '@/db/commands/register-organization';
import { withScope } from '@/db/scope';
import { uuid7 } from '@/lib/uuid';
import { hashPassword } from './password';
import { countRegistration } from './sign-in';

/** What somebody types to begin. */
export interface Registration {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly business: string;
  readonly currency: string;
  readonly timeZone: string;
}

/**
 * Creates a business and its administrator, who is not signed in yet.
 * @throws Refusal `duplicate` when the e-mail address has a login; TooMany.
 */
export async function register(
  { password, business: orgName, ...input }: Registration,
  device: Device,
): Promise<{ orgId: string; userId: string }> {
  await countRegistration(device);
  const passwordHash = await hashPassword(password);
  const orgId = uuid7();
  const { userId } = await withScope({ kind: 'auth', org: { id: orgId } }, 'write', (tx) =>
    registerOrganization(tx, { ...input, orgId, orgName, passwordHash }),
  );
  return { orgId, userId };
}
