import { expect, type Page, test } from '@playwright/test';
import { totpCode, totpStepAt } from '@/lib/totp';
import { PASSWORD, registered, signIn } from './sign-up';

test('somebody is invited, joins, is made an administrator, and is shut out at once', async ({
  page,
  browser,
}) => {
  const { email } = await registered(page);
  await page.goto('/settings/people');
  await page.getByRole('button', { name: 'Invite people' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByLabel('Name', { exact: true }).fill('Max Manager');
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(dialog.getByLabel('E-mail')).toHaveAccessibleDescription(/signs in already/);
  await dialog.getByLabel('E-mail').fill(`max-${email}`);
  await page.keyboard.press('Enter');
  const link = await dialog.locator('code').textContent();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText(`max-${email}`, { exact: true })).toBeVisible();

  const max = await (await browser.newContext()).newPage();
  await max.goto(link ?? '');
  await max.getByLabel('Choose a password').fill(PASSWORD);
  await max.getByRole('button', { name: /^Join/ }).click();
  await expect(max).toHaveURL('/');
  await max.goto('/activity');
  await expect(max.getByRole('heading', { name: 'You cannot open this page' })).toBeVisible();

  await page.goto('/settings/people');
  await page.getByRole('link', { name: 'Max Manager' }).click();
  await page.getByLabel('Role').selectOption('admin');
  await page.getByRole('button', { name: 'Save role' }).click();
  await expect(page.getByText('Max Manager is an administrator from now on.')).toBeVisible();
  await max.goto('/activity');
  await expect(max.getByText('joined as a manager')).toBeVisible();

  await page.getByRole('button', { name: 'Disable…' }).click();
  await page.getByRole('button', { name: 'Disable Max Manager' }).click();
  await expect(page.getByRole('button', { name: 'Enable' })).toBeVisible();
  await max.goto('/');
  await expect(max).toHaveURL('/sign-in');
  await max.context().close();
});

test('the last administrator stays one', async ({ page }) => {
  await registered(page);
  await page.goto('/settings/people');
  await page.getByRole('link', { name: 'Ada Admin' }).click();
  await page.getByLabel('Role').selectOption('manager');
  await page.getByRole('button', { name: 'Save role' }).click();
  await expect(page.getByText(/This is the last administrator/)).toBeVisible();
});

test('a second factor is added, asked for, and replaced by a recovery code, by keyboard alone', async ({
  page,
}) => {
  const { email } = await registered(page);
  await page.goto('/account');
  await page.getByRole('link', { name: 'Add a second factor' }).click();
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  const secret = (await page.locator('code').textContent())?.replaceAll(' ', '') ?? '';
  // One ahead of the clock, so that a step that ends meanwhile is still within what is tolerated.
  const step = totpStepAt(Date.now()) + 1;
  const code = (offset: number) => totpCode(secret, step + offset);
  const field = page.getByLabel('2. Type the six digits it shows');
  await field.focus();
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await expect(field).toHaveAccessibleDescription(/does not match/);
  await field.fill(code(-1));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Keep them now')).toBeVisible();
  const recovery = await page.getByRole('listitem').first().textContent();
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await expect(page.getByText('10 recovery codes left.')).toBeVisible();

  await page.context().clearCookies();
  await passwordThenCode(page, email, code(0));
  await page.context().clearCookies();
  await passwordThenCode(page, email, recovery ?? '');
  await page.goto('/account');
  await expect(page.getByText('9 recovery codes left.')).toBeVisible();
});

test('whoever is asked for a second factor sees nothing else until it is there', async ({
  page,
  browser,
}) => {
  await registered(page);
  await page.goto('/settings/people');
  const ask = async () => {
    await page.getByRole('button', { name: 'Ask everybody…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Ask everybody' }).click();
  };
  await ask();
  await expect(page.getByText(/Add a second factor to your own account first/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await enrolHere(page);
  await page.goto('/settings/people');
  await page.getByRole('button', { name: 'Invite people' }).click();
  await page.getByRole('dialog').getByLabel('E-mail').fill(`pia-${Date.now()}@example.com`);
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Pia');
  await page.getByRole('dialog').getByRole('button', { name: 'Invite', exact: true }).click();
  const link = await page.getByRole('dialog').locator('code').textContent();
  await page.getByRole('button', { name: 'Done' }).click();
  await ask();
  await expect(page.getByText('Everybody signs in with a code as well.')).toBeVisible();

  const pia = await (await browser.newContext()).newPage();
  await pia.goto(link ?? '');
  await pia.getByLabel('Choose a password').fill(PASSWORD);
  await pia.getByRole('button', { name: /^Join/ }).click();
  await expect(pia).toHaveURL('/second-factor');
  await pia.goto('/customers');
  await expect(pia).toHaveURL('/second-factor');
  expect((await pia.request.get('/api/v1/customers')).status()).toBe(401);
  await enrolHere(pia);
  await pia.goto('/customers');
  await expect(pia).toHaveURL('/customers');
  await pia.context().close();
});

async function passwordThenCode(page: Page, email: string, code: string): Promise<void> {
  await page.goto('/sign-in?next=%2Faccount');
  await signIn(page, email, PASSWORD);
  await expect(page).toHaveURL(/\/sign-in\/code\?next=/);
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.goto('/sign-in/code?next=/account');
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/account');
}

async function enrolHere(page: Page): Promise<void> {
  await page.goto('/second-factor');
  const secret = (await page.locator('code').textContent())?.replaceAll(' ', '') ?? '';
  await page.getByLabel('2. Type the six digits it shows').fill(totpCode(secret, totpStepAt(Date.now())));
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByText('Keep them now')).toBeVisible();
}
