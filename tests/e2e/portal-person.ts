import { expect, type Page } from '@playwright/test';
import { inviteUser } from '@/db/commands/invite-user';
import { withScope } from '@/db/scope';
import type { booksOf } from './books';
import { PASSWORD } from './sign-up';

/** Lets a person of a customer in by a link, as its page then shows: the portal. Answers the e-mail address. */
export async function joinPortal(
  page: Page,
  { actor }: Awaited<ReturnType<typeof booksOf>>,
  customerId: string,
): Promise<{ email: string }> {
  const email = `${crypto.randomUUID()}@example.com`;
  const { token } = await withScope(actor, 'write', (tx) =>
    inviteUser(tx, actor, { email, name: 'Dana Webb', role: 'customer', customerId }),
  );
  await page.goto(`/invite/${token}`);
  await page.getByLabel('Choose a password').fill(PASSWORD);
  await page.getByRole('button', { name: /^Join/ }).click();
  await expect(page).toHaveURL('/portal');
  return { email };
}
