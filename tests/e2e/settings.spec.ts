import { expect, type Locator, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { registered } from './sign-up';

test('the facts of the business are saved, each on its own page', async ({ page }) => {
  await registered(page);
  await page.goto('/settings');
  await expect(page).toHaveURL('/settings/business');
  await page.getByLabel('Name', { exact: true }).fill('Renamed Traders');
  await save(page);
  await expect(page.getByText('Renamed Traders').first()).toBeVisible();

  await open(page, 'Age groups');
  await page.getByLabel('Age groups end after day').fill('0, 60, 30');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByLabel('Age groups end after day')).toHaveAccessibleDescription(
    /each above the one before/,
  );
  await page.getByLabel('Age groups end after day').fill('0, 15, 45');
  await save(page);

  await open(page, 'Money rules');
  await page.getByLabel('Let go of at most').fill('five');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByLabel('Let go of at most')).toHaveAccessibleDescription(/not an amount/);
  await page.getByLabel('Let go of at most').fill('5');
  await page.getByLabel('… and of the invoice at most, percent').fill('2');
  await save(page);
  await page.reload();
  await expect(page.getByLabel('Let go of at most')).toHaveValue('5.00');

  await open(page, 'Terms and charges');
  const charges = page.getByRole('region', { name: 'Charges for being late' });
  await page.getByLabel('Interest, percent a year').fill('1001');
  await charges.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByLabel('Interest, percent a year')).toHaveAccessibleDescription(/from 0 to 1000/);
  await page.getByLabel('Interest, percent a year').fill('9');
  await save(page, charges);
});

test('the books are closed up to a day only after asking, and then refuse what would change it', async ({
  page,
}) => {
  await registered(page);
  await page.goto('/settings/money');
  await expect(page.getByText('Every day is open', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Move the lock date…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog');
  await dialog.getByLabel('Books are closed up to').fill('someday');
  await dialog.getByRole('button', { name: 'Move the lock date' }).click();
  await expect(dialog.getByLabel('Books are closed up to')).toHaveAccessibleDescription(/is not a day/);
  await dialog.getByLabel('Books are closed up to').fill('yesterday');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(/^Closed up to/)).toBeVisible();

  await page.goto('/customers/new');
  await page.getByLabel('Name', { exact: true }).fill('Acme');
  await page.getByRole('button', { name: 'Add customer' }).click();
  await expect(page).toHaveURL(/\/customers\/[\w-]{36}$/);
  await page.goto(`/invoices/new?customer=${page.url().split('/').at(-1)}`);
  await page.getByLabel('Issue date').fill('-3');
  await page.getByLabel('Item, line 1').fill('Beans');
  await page.getByLabel('Price, line 1').fill('10');
  await page.getByRole('button', { name: /^Post \$/ }).click();
  await expect(page.getByText(/The books are closed to/)).toBeVisible();
});

test('an API key is shown once and can be revoked', async ({ page }) => {
  await registered(page);
  await page.goto('/settings/keys');
  await page.getByLabel('What will use the key').fill('Nightly export');
  await page.getByRole('button', { name: 'Make a key' }).click();
  await expect(page.getByText(/^dl_[\w-]{43}$/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^dl_[\w-]{43}$/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Revoke the key of Nightly export' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke key' }).click();
  await expect(page.getByText(/^Revoked/)).toBeVisible();
});

test('numbers begin where they are told until one is given, and taxes are offered', async ({ page }) => {
  await registered(page);
  await page.goto('/settings/documents');
  await page.getByLabel('Invoice: begins with').fill('R/');
  await page.getByLabel('Invoice: next number').fill('x');
  await page.getByRole('button', { name: 'Save Invoice numbers' }).click();
  await expect(page.getByLabel('Invoice: next number')).toHaveAccessibleDescription(/whole number/);
  await page.getByLabel('Invoice: next number').fill('1001');
  await page.getByRole('button', { name: 'Save Invoice numbers' }).click();
  await expect(page.getByText('Invoice numbers are set.')).toBeVisible();
  await page.getByLabel('Tax', { exact: true }).fill('Sales tax');
  await page.getByLabel('Percent').fill('7,25 %');
  await page.keyboard.press('Enter');
  await expect(page.getByText('7.25%')).toBeVisible();
  await page.goto('/invoices/new');
  await expect(page.locator('datalist option[value="7.25"]')).toHaveCount(1);
  await page.goto('/settings/documents');
  await page.getByRole('button', { name: 'Remove Sales tax' }).click();
  await expect(page.getByText('7.25%')).toHaveCount(0);
});

test('when customers are reminded is shown for a sample invoice as one types', async ({ page }) => {
  await registered(page);
  await page.goto('/settings/reminders');
  const meaning = page.getByRole('region', { name: 'What it means' });
  await expect(meaning.getByRole('listitem')).toHaveCount(5);
  await page.getByLabel('Days from the due date').fill('2, 9');
  await expect(meaning.getByRole('listitem')).toHaveText([
    /Reminder 1, 2 days after/,
    /Reminder 2, 9 days after/,
  ]);
  await page.getByLabel('Quiet days between two reminders').fill('10');
  await expect(meaning.getByRole('listitem').last()).toHaveText(/13 days after it was due/);
  await save(page, page, 'Saved. What was sent stays sent.');
  await page.reload();
  await expect(page.getByLabel('Days from the due date')).toHaveValue('2, 9');
});

test('the activity is narrowed, verified and taken away, and everything as a zip', async ({ page }) => {
  await registered(page);
  await page.goto('/settings/business');
  await page.getByLabel('Name', { exact: true }).fill('Renamed Traders');
  await save(page);
  const zip = await page.request.get('/exports/everything');
  expect(zip.headers()['content-type']).toBe('application/zip');
  expect(Object.keys(unzipSync(await zip.body()))).toEqual(
    expect.arrayContaining(['README.txt', 'customers.csv']),
  );
  await page.goto('/activity');
  await page.getByRole('button', { name: 'Kind' }).click();
  await page.getByRole('link', { name: 'Exports', exact: true }).click();
  await expect(page.getByText('downloaded everything as CSV')).toBeVisible();
  await expect(page.getByText('changed the settings of the business')).toHaveCount(0);
  await page.getByRole('link', { name: 'Verify the chain' }).click();
  await expect(page.getByText(/every hash is right, none is missing/)).toBeVisible();
  const csv = await (await page.request.get('/exports/activity?kind=settings')).text();
  expect(csv).toContain('"Renamed Traders"');
  expect(csv).not.toContain('data_exported');
});

async function open(page: Page, section: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: section }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(`Settings: ${section}`, 'i'));
}

async function save(page: Page, within: Page | Locator = page, words = 'Saved.'): Promise<void> {
  // The words may still be those of the form before.
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await within.getByRole('button', { name: 'Save changes' }).click();
  await answered;
  await expect(page.getByText(words, { exact: true }).first()).toBeVisible();
}
