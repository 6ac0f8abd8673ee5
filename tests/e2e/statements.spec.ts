import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { textOfPages } from '../pdf-text';
import { expectCleanEverywhere } from './axe';
import { booksOf } from './books';
import { registered } from './sign-up';

async function twoWhoOwe(page: Page) {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const [acme, beta] = [await books.addCustomer('Acme'), await books.addCustomer('Beta')];
  await books.invoice(acme, 'A-1', 12_500, 20);
  await books.invoice(beta, 'B-1', 3_000, -5);
  await books.addCustomer('Quiet');
  return { acme, books };
}

test('statements of all who owe are looked at one by one and taken as one file, with the mouse', async ({
  page,
}) => {
  await twoWhoOwe(page);
  await page.goto('/customers');
  await page.getByRole('navigation').getByRole('link', { name: 'Statements' }).click();
  await expect(page.getByRole('heading', { name: '2 statements' })).toBeVisible();
  await expect(page.getByRole('article', { name: 'Statement of Acme in USD' })).toContainText('$125.00');
  await page.getByRole('navigation', { name: 'Accounts' }).getByRole('link', { name: /Beta/ }).click();
  await expect(page.getByRole('article', { name: 'Statement of Beta in USD' })).toContainText('B-1');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'PDF of all 2' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^statements_\d{4}-\d\d-\d\d\.pdf$/);
  const pages = await textOfPages(new Uint8Array(await readFile(await file.path())));
  expect(pages.map((text) => /Acme|Beta/.exec(text)?.[0])).toEqual(['Acme', 'Beta']);

  await page.getByRole('group', { name: 'Kind' }).getByRole('link', { name: 'Activity' }).click();
  await expect(page).toHaveURL(/kind=activity/);
  await page.getByLabel('From').fill('2020-01-01');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByRole('article')).toContainText('Opening balance');
  await expect(page.getByRole('row', { name: /Closing balance/ })).toContainText('125.00');
});

test('a clerk goes from a customer to its statement, and from a selection to theirs, by keyboard alone', async ({
  page,
}) => {
  const { acme } = await twoWhoOwe(page);
  await page.goto(`/customers/${acme}`);
  await expect(async () => {
    await page.keyboard.press('s');
    await expect(page).toHaveURL(/\/statements\?customer=/, { timeout: 2_000 });
  }).toPass();
  await expect(page.getByRole('article', { name: 'Statement of Acme in USD' })).toBeVisible();
  await page.goto('/customers?sort=name');
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.getByRole('link', { name: 'Acme' })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText(/^2 selected/)).toBeVisible();
  const statements = page.locator('#main').getByRole('link', { name: 'Statements' });
  await statements.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '2 statements' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Remove Only 2 customers' })).toBeVisible();
});

test('what a statement says on screen is what its file says, to the cent, and anybody can read it', async ({
  page,
}) => {
  const { acme, books } = await twoWhoOwe(page);
  await books.invoice(acme, 'A-2', 99_050, -12);
  await books.pay(acme, 2_525);
  await books.payTo('First Bank\nIBAN DE02 1203 0000');
  for (const kind of ['open-item', 'activity']) {
    await page.goto(`/statements?customer=${acme}&kind=${kind}&from=2020-01-01`);
    const paper = page.getByRole('article', { name: 'Statement of Acme in USD' });
    await expect(paper).toContainText('$1,090.25');
    await expect(paper).toContainText('IBAN DE02 1203 0000');
    await expectCleanEverywhere(page);
    const href = await page.getByRole('link', { name: 'PDF of this one' }).getAttribute('href');
    const file = await page.request.get(href ?? '');
    const onFile = (await textOfPages(await file.body())).join(' ');
    const figures = (text: string) => (text.match(/\(?\d[\d,]*\.\d\d\)?/g) ?? []).toSorted();
    expect([kind, figures(await paper.innerText())]).toEqual([kind, figures(onFile)]);
    expect(onFile).toContain('IBAN DE02 1203 0000');
  }
});
