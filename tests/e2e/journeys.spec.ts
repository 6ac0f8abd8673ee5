import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { updateCustomer } from '@/db/commands/update-customer';
import { withScope } from '@/db/scope';
import { lastMonthEnd } from '@/lib/as-of';
import { todayIn } from '@/lib/domain/dates';
import { booksOf } from './books';
import { hydrated } from './hydrated';
import { joinPortal } from './portal-person';
import { registered } from './sign-up';

/** Plays the steps that docs/journeys.md lists under a heading, each by what does it; fails where one is missing or more. */
async function play(journey: string, deeds: readonly (() => Promise<unknown>)[]): Promise<void> {
  const text = await readFile('docs/journeys.md', 'utf8');
  const [, list = ''] = text.split(`## ${journey}\n`);
  const steps = (list.split('\n## ')[0] ?? '').match(/^\d+\. .+$/gm) ?? [];
  expect(steps).toHaveLength(deeds.length);
  for (const [i, deed] of deeds.entries()) await test.step(steps[i] ?? '', deed);
}

/** Presses G and then a letter, as one shortcut. */
async function go(page: Page, letter: string, url: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press(letter);
  await expect(page).toHaveURL(url);
}

async function downloaded(page: Page): Promise<void> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'PDF', exact: true }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.pdf$/);
}

/** A business with two late customers and two that paid yesterday; the page shows home. */
async function business(page: Page) {
  const books = await booksOf((await registered(page)).business);
  for (const [i, name] of ['Brightwater Hotels', 'Osprey Restaurants'].entries()) {
    const customerId = await books.addCustomer(name);
    await books.invoice(customerId, `A-${i + 1}`, 900_000 - i * 300_000, 47 - i * 10);
    const email = `${crypto.randomUUID()}@example.com`;
    await withScope(books.actor, 'write', (tx) => updateCustomer(tx, books.actor, { customerId, email }));
  }
  await books.invoice(await books.addCustomer('Alder Clinic'), 'R-1003', 90_000, 3);
  await books.invoice(await books.addCustomer('Northgate School'), 'R-1005', 30_000, 2);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: /^You are owed \$16,200/ })).toBeVisible();
  await hydrated(page, 'main a');
  return books;
}

test("a clerk's morning", async ({ page }) => {
  const { today } = await business(page);
  const csv = `Date,Payer,Text,Amount\n${today},Alder Clinic,R-1003,900.00\n${today},Northgate School,R-1005,300.00\n`;
  const dialog = page.getByRole('dialog', { name: 'Remind' });
  await play("A clerk's morning", [
    () => go(page, 'b', '/receipts'),
    async () => {
      const chosen = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file' }).click();
      await (await chosen).setFiles({ name: 'today.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
      await expect(page.getByRole('button', { name: /^Accept 2 exact/ })).toBeVisible();
    },
    async () => {
      await page.keyboard.press('a');
      await expect(page.getByRole('heading', { name: 'This statement is done' })).toBeVisible();
    },
    async () => {
      await go(page, 'w', '/worklist');
      await expect(page.getByText('0 of 2 done today')).toBeVisible();
    },
    async () => {
      await page.keyboard.press('p');
      await expect(page.getByLabel('They will pay')).toHaveValue('9,000.00');
    },
    () => page.keyboard.type('+5'),
    async () => {
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText('$9,000 promised so far')).toBeVisible();
    },
    async () => {
      await page.keyboard.press('r');
      await expect(dialog).toContainText('Osprey Restaurants');
    },
    async () => {
      await dialog.getByRole('button', { name: 'Send reminder' }).click();
      await expect(page.getByText(/^The reminder goes to \S+ in 30 seconds\.$/).first()).toBeVisible();
    },
  ]);
});

test("an owner's week", async ({ page }) => {
  await business(page);
  const receipt = page.getByRole('dialog', { name: /^DSO, / });
  await play("An owner's week", [
    () => go(page, 'd', '/dashboard'),
    async () => {
      await page
        .getByRole('button', { name: /^Explain DSO, / })
        .first()
        .click();
      await expect(receipt).toBeVisible();
    },
    async () => {
      await page.keyboard.press('Escape');
      await expect(receipt).toHaveCount(0);
    },
    () => downloaded(page),
  ]);
});

test("a customer's visit", async ({ page, browser }) => {
  const books = await booksOf((await registered(page)).business);
  const customerId = await books.addCustomer('Brightwater Hotels');
  await books.invoice(customerId, 'A-1', 1_248_000, 47);
  await books.invoice(customerId, 'A-2', 891_540, 33);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const phone = await context.newPage();
  await joinPortal(phone, books, customerId);
  await play("A customer's visit", [
    () => phone.getByRole('checkbox', { name: /^A-1/ }).tap(),
    () => phone.getByRole('checkbox', { name: /^A-2/ }).tap(),
    () => phone.getByRole('button', { name: 'Pay 2 invoices, $21,395.40' }).tap(),
    async () => {
      await phone.getByRole('button', { name: 'Continue with $21,395.40' }).tap();
      await expect(phone.getByRole('heading', { name: 'Send $21,395.40' })).toBeVisible();
    },
    async () => {
      await phone.getByRole('button', { name: 'I have paid' }).tap();
      await expect(phone.getByText(/You told us that it was sent on/)).toBeVisible();
    },
  ]);
});

test("a month's end", async ({ page }) => {
  await business(page);
  const dialog = page.getByRole('alertdialog');
  await play("A month's end", [
    () => go(page, 'r', '/reports'),
    async () => {
      await page
        .getByRole('main')
        .getByRole('link', { name: /^Month-end pack/ })
        .first()
        .click();
      await expect(page.getByText(/^Agrees with the ledger/)).toBeVisible();
    },
    () => downloaded(page),
    async () => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('combobox', { name: 'Find or do' })).toBeFocused();
    },
    async () => {
      await page.keyboard.type('money rules');
      await expect(page.getByRole('option', { name: /Money rules/ })).toHaveAttribute(
        'aria-selected',
        'true',
      );
    },
    async () => {
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL('/settings/money');
    },
    () => page.getByRole('button', { name: 'Move the lock date…' }).click(),
    () => dialog.getByLabel('Books are closed up to').fill(lastMonthEnd(todayIn('America/New_York'))),
    async () => {
      await page.keyboard.press('Enter');
      await expect(dialog).toHaveCount(0);
      await expect(page.getByText(/^Closed up to/)).toBeVisible();
    },
  ]);
});
