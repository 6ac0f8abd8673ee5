import { expect, type Page, test } from '@playwright/test';
import { booksOf } from './books';
import { hydrated } from './hydrated';
import { registered } from './sign-up';

/** A business with one customer that owes an invoice, and the page of that customer. */
async function openCustomer(page: Page): Promise<string> {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const id = await books.addCustomer('Brightwater Hotels');
  await books.invoice(id, 'B-1', 12_500, 20);
  await page.goto(`/customers/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Brightwater Hotels' })).toBeVisible();
  return `/customers/${id}`;
}

test('people, beneficiaries, tags and an owner are written down with the mouse', async ({ page }) => {
  const path = await openCustomer(page);
  await page.getByRole('link', { name: 'Add people' }).click();
  const people = page.getByRole('dialog', { name: 'People' });
  await people.getByLabel('Name').fill('Dana Whitlock');
  await people.getByLabel('E-mail').fill('dana');
  await people.getByLabel('Billing').check();
  await people.getByRole('button', { name: 'Save people' }).click();
  await expect(people.getByLabel('E-mail')).toHaveAccessibleDescription(/e-mail address such as/);
  await people.getByLabel('E-mail').fill('dana@brightwater.example');
  await people.getByRole('button', { name: 'Save people' }).click();
  await expect(page.getByText('Saved 1 person.')).toBeVisible();
  const about = page.getByRole('complementary', { name: 'About this customer' });
  await expect(about).toContainText('Dana Whitlock');
  await expect(about).toContainText('Billing');
  await expect(page).toHaveURL(path);

  await page.getByRole('link', { name: 'Add beneficiaries' }).click();
  const list = page.getByRole('dialog', { name: 'Beneficiaries' });
  await list.getByLabel('Name 1').fill('Pia');
  await list.getByLabel('Category 1').fill('Pupil');
  await list.getByLabel('Year of birth 1').fill('14');
  await list.getByRole('button', { name: 'Save beneficiaries' }).click();
  await expect(list.getByText('Enter a year such as 2014.')).toBeVisible();
  await list.getByLabel('Year of birth 1').fill('2014');
  await list.getByRole('button', { name: 'Save beneficiaries' }).click();
  await expect(about.getByRole('link', { name: 'Pia' })).toBeVisible();

  await about.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Owner').fill('Ines Okafor');
  await page.getByLabel('Tags').fill('hotel,key account');
  await page.getByRole('button', { name: 'Remove the tag hotel' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(about).toContainText('key account');
  await expect(about).not.toContainText('hotel');
  await expect(about).toContainText('Ines Okafor');
});

test('credit is put on hold with a reason, an invoice then needs one too, and the hold is released', async ({
  page,
}) => {
  const path = await openCustomer(page);
  await page.getByRole('link', { name: 'Put on hold…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Put on hold' });
  await dialog.getByRole('button', { name: 'Put on hold' }).click();
  await expect(dialog.getByLabel('Why', { exact: true })).toHaveAccessibleDescription(/Say why/);
  await dialog.getByLabel('Why', { exact: true }).fill('Three checks came back');
  await dialog.getByRole('button', { name: 'Put on hold' }).click();
  await expect(page.getByText('Credit on hold')).toBeVisible();
  await page.goto('/customers?hold=1');
  await expect(page.getByRole('row', { name: /Brightwater Hotels/ })).toContainText('Credit hold');
  await page.goto(`/invoices/new?customer=${path.split('/').at(-1)}`);
  await page.getByLabel('Item, line 1').fill('Beans');
  await page.getByLabel('Price, line 1').fill('10');
  await page.getByRole('button', { name: /^Post(?! and)/ }).click();
  await expect(page.getByText(/is on credit hold: Three checks came back/)).toBeVisible();
  await page.goto(path);
  await page.getByRole('button', { name: 'Release the hold on credit' }).click();
  await expect(page.getByText('Credit on hold')).toHaveCount(0);
});

test('a note and a promise are written, and a payment begun, by keyboard alone', async ({ page }) => {
  const path = await openCustomer(page);
  await expect(async () => {
    await page.keyboard.press('n');
    await expect(page.getByLabel('A note about Brightwater Hotels')).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type('They pay on the second Wednesday.');
  await page.keyboard.press('Control+Enter');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByText('They pay on the second Wednesday.', { exact: true })).toBeVisible();

  await page.locator('h1').click();
  await page.keyboard.press('o');
  const promise = page.getByRole('dialog', { name: 'Note a promise' });
  await expect(promise.getByLabel('Amount')).toBeFocused();
  await page.keyboard.type('100');
  await page.keyboard.press('Tab');
  await page.keyboard.type('tomorrow');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Noted: \$100\.00 by /)).toBeVisible();
  await expect(page).toHaveURL(path);
  await expect(timeline).toContainText('Noted a promise, $100.00');

  await page.keyboard.press('p');
  await expect(page.getByRole('dialog', { name: 'Record a payment' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(path);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Note a promise');
  await page.keyboard.press('Escape');
  await page.keyboard.press('i');
  await expect(page).toHaveURL(/\/invoices\/new\?customer=/);
});

test('two windows that edit one customer both keep what they changed, and hear of what both did', async ({
  page,
  context,
}) => {
  const { business } = await registered(page);
  const customerId = await (await booksOf(business)).addCustomer('Acme');
  const other = await context.newPage();
  for (const each of [page, other]) {
    await each.goto(`/customers/${customerId}/edit`);
    await hydrated(each, 'form input[name="phone"]');
  }
  const save = async (each: Page) => each.getByRole('button', { name: 'Save changes' }).click();
  await other.getByLabel('Phone').fill('+1 555 0100');
  await other.getByLabel('Credit limit').fill('5,000.00');
  await save(other);
  await expect(other.getByText('Saved Acme.')).toBeVisible();

  await page.getByLabel('Address').fill('1 Quay Street\nPort');
  await page.getByLabel('Phone').fill('+1 555 0199');
  await save(page);
  await expect(page.getByRole('alert').filter({ hasText: 'the phone is now “+1 555 0100”' })).toBeFocused();
  await expect(page.getByLabel('Address')).toHaveValue('1 Quay Street\nPort');
  await expect(page.getByLabel('Phone')).toHaveValue('+1 555 0199');
  await save(page);
  await expect(page.getByText('Saved Acme.')).toBeVisible();
  await page.goto(`/customers/${customerId}/edit`);
  await expect(page.getByLabel('Phone')).toHaveValue('+1 555 0199');
  await expect(page.getByLabel('Credit limit')).toHaveValue('5,000.00');
  await expect(page.getByLabel('Address')).toHaveValue('1 Quay Street\nPort');
});
