import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import postgres from 'postgres';
import { addDays } from '@/lib/domain/dates';
import { booksOf } from './books';
import { asTable, save, status, stepRight, titles, widget } from './dashboard-steps';
import { openSample } from './sample-people';
import { registered } from './sign-up';

/** A business with two customers, a late invoice and one that is not due. */
async function business(page: Page) {
  const { business: name } = await registered(page);
  const books = await booksOf(name);
  const brightwater = await books.addCustomer('Brightwater Hotels');
  await books.invoice(brightwater, 'A-1', 1_248_011, 47);
  await books.invoice(brightwater, 'A-2', 123_456, -5);
  await books.invoice(await books.addCustomer('Kestrel Coffee'), 'K-1', 70_001, 121);
  return books;
}

async function edit(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Edit layout' }).click();
  await expect(page.getByRole('heading', { name: /^Editing/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Move Aging', exact: true })).toBeVisible();
}

test('its figures are those of the aging report, to the cent, on any day', async ({ page }) => {
  const books = await business(page);
  for (const asOf of [books.today, addDays(books.today, -60)]) {
    await page.goto(`/aging?asOf=${asOf}`);
    const row = page.getByRole('row', { name: /^Total, / });
    const [, ...report] = (await row.getByRole('cell').allTextContents()).filter((text) =>
      /[\d–]/.test(text),
    );
    const total = report.at(-1) ?? '';
    expect(total).toMatch(/^[\d,]+\.\d\d$/);
    await page.goto(`/explore?asOf=${asOf}`);
    const matched = await page.getByRole('region', { name: 'What matches' }).innerText();
    const [, items, customers] = /(\d+ )invoices?(, \d+ customers?)/.exec(matched) ?? [];
    await page.goto(`/dashboard?asOf=${asOf}`);
    await expect(widget(page, 'Aging')).toContainText(new RegExp(`${items}open invoices?${customers}`));
    await asTable(page, 'Aging');
    const aging = widget(page, 'Aging').getByRole('row', { name: /^Total/ });
    await expect(aging).toContainText(total);
    await page.getByRole('button', { name: /^Explain Owed to you/ }).click();
    await expect(page.getByRole('dialog')).toContainText(`$${total}`);
    await page.keyboard.press('Escape');
    await asTable(page, 'Largest balances');
    await expect(widget(page, 'Largest balances').getByRole('row', { name: /^Brightwater/ })).toContainText(
      '12,480.11',
    );
  }
  await expect(page.getByText('Back to today')).toBeVisible();
});

test('a bar leads to the invoices behind it, and a chart can be read as a table with keys alone', async ({
  page,
}) => {
  await business(page);
  await page.goto('/dashboard');
  await asTable(page, 'DSO');
  await expect(widget(page, 'DSO').getByRole('row')).toHaveCount(13);
  await page.getByRole('link', { name: /^31–60/ }).click();
  await expect(page).toHaveURL(/\/aging\?.*group=item&bucket=2/);
  await expect(page.getByRole('row', { name: /Brightwater Hotels/ })).toBeVisible();
});

test('g d opens it and e arranges it: by buttons, sizes, the tray and its search, saved as one', async ({
  page,
}) => {
  await business(page);
  await expect(async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await expect(page).toHaveURL('/dashboard', { timeout: 1_000 });
  }).toPass();
  await expect(async () => {
    await page.keyboard.press('e');
    await expect(page).toHaveURL(/edit=1/, { timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole('button', { name: 'Move Key figures earlier' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  const before = await titles(page);
  await page.getByRole('button', { name: 'Move Aging later' }).click();
  await expect(status(page)).toHaveText('Aging moved to row 2, position 2 of 2.');
  await expect(page.getByRole('button', { name: 'Move Aging later' })).toBeFocused();
  const sizes = page.getByRole('group', { name: 'Size of DSO' });
  await sizes.getByRole('button', { name: 'L' }).click();
  await expect(sizes.getByRole('button', { name: 'L' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Remove Collection effectiveness' }).click();
  await expect(status(page)).toHaveText('Collection effectiveness removed.');
  await expect(page.getByRole('button', { name: 'Add Collection effectiveness' })).toBeFocused();
  await page.getByRole('searchbox', { name: /^Search/ }).fill('disp');
  await page.getByRole('button', { name: 'Add Disputes' }).click();
  await expect(page.getByText('4 unsaved changes')).toBeVisible();
  await save(page);

  await expect(page).toHaveURL(/d=[0-9a-f-]{36}/);
  await expect(page.getByRole('button', { name: 'My dashboard' })).toBeVisible();
  const after = before
    .filter((title) => !['Collection effectiveness', 'Add a widget', 'Aging'].includes(title))
    .toSpliced(2, 0, 'Aging');
  await expect.poll(() => titles(page)).toEqual([...after, 'Disputes']);
  await page.goto('/dashboard');
  await expect.poll(() => titles(page)).toEqual([...after, 'Disputes']);
});

test('a widget is dragged by keys and by the mouse, put back by Escape, and all of it reset', async ({
  page,
}) => {
  await business(page);
  await page.setViewportSize({ width: 1440, height: 1400 });
  await page.goto('/dashboard');
  await edit(page);
  const before = await titles(page);
  const grip = page.getByRole('button', { name: 'Move Aging', exact: true });
  await grip.focus();
  await page.keyboard.press('Space');
  await expect(grip).toHaveAttribute('aria-pressed', 'true');
  await stepRight(page, 'Aging would go to row 2, position 2 of 2.');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Aging is back where it was.')).toBeAttached();
  expect(await titles(page)).toEqual(before);

  await page.keyboard.press('Space');
  await expect(grip).toHaveAttribute('aria-pressed', 'true');
  await stepRight(page, 'Aging would go to row 2, position 2 of 2.');
  await page.keyboard.press('Space');
  await expect(status(page)).toHaveText('Aging moved to row 2, position 2 of 2.');

  await dragTo(page, 'DSO', 'Key figures');
  await expect(status(page)).toHaveText(/^DSO moved to row 1, position 1/);
  expect((await titles(page))[0]).toBe('DSO');
  await save(page);
  await expect.poll(async () => (await titles(page))[0]).toBe('DSO');

  await edit(page);
  await page.getByRole('button', { name: 'Reset to default' }).click();
  await save(page);
  await expect.poll(() => titles(page)).toEqual(before.filter((title) => title !== 'Add a widget'));
});

async function dragTo(page: Page, title: string, over: string): Promise<void> {
  const from = await page.getByRole('button', { name: `Move ${title}`, exact: true }).boundingBox();
  const to = await page.getByRole('button', { name: `Move ${over}`, exact: true }).boundingBox();
  if (!from || !to) throw new Error('a handle is not drawn');
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y, { steps: 4 });
  await page.mouse.move(to.x + 10, to.y + 10, { steps: 12 });
  await expect(page.getByText('Drop here')).toBeVisible();
  await page.mouse.up();
}

test('of two tabs that save different layouts the second is told, and loses nothing by it', async ({
  page,
  context,
}) => {
  await business(page);
  await page.goto('/dashboard');
  await edit(page);
  await save(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await edit(other);
  await edit(page);
  await page.getByRole('button', { name: 'Remove DSO' }).click();
  await save(page);
  await other.getByRole('button', { name: 'Remove Aging' }).click();
  await other.getByRole('button', { name: 'Save layout' }).click();
  await expect(other.getByText('was changed in another tab')).toBeVisible();
  await expect(other.getByText('1 unsaved change')).toBeVisible();
  other.once('dialog', (dialog) => dialog.accept());
  await other.getByRole('button', { name: 'Reload' }).click();
  await expect(other.getByRole('button', { name: 'Add DSO' })).toBeVisible();
  await expect(other.getByRole('button', { name: 'Remove Aging' })).toBeVisible();
});

test('what an admin shares a manager opens, and arranges only as one of the own', async ({ browser }) => {
  const name = `Shared ${randomUUID().slice(0, 8)}`;
  const [admin, manager] = await Promise.all([browser.newPage(), browser.newPage()]);
  await openSample(admin, 'admin');
  await admin.goto('/dashboard?dialog=new');
  await admin.getByLabel('Name').fill(name);
  await admin.getByRole('button', { name: 'Make dashboard' }).click();
  await expect(admin.getByRole('heading', { name: `Editing “${name}”` })).toBeVisible();
  await admin.getByRole('button', { name: 'Remove Aging' }).click();
  await save(admin);
  const url = new URL(admin.url());
  await admin.goto(`${url.pathname}${url.search}&dialog=manage`);
  await admin.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(admin.getByText(`Everybody of the business sees “${name}” now.`)).toBeVisible();

  await openSample(manager, 'manager');
  await manager.goto(`${url.pathname}${url.search}`);
  await expect(manager.getByRole('button', { name })).toBeVisible();
  await expect(widget(manager, 'Largest balances')).toBeVisible();
  await expect(widget(manager, 'Aging')).toHaveCount(0);
  await manager.goto(`${url.pathname}${url.search}&dialog=manage`);
  await expect(manager.getByRole('dialog')).toHaveCount(0);
  await manager.getByRole('link', { name: 'Edit layout' }).click();
  await manager.getByRole('button', { name: 'Remove DSO' }).click();
  await save(manager);
  await expect(manager).not.toHaveURL(url.search);

  await admin.goto(`${url.pathname}${url.search}`);
  await expect(widget(admin, 'DSO')).toBeVisible();
  await admin.goto(`${url.pathname}${url.search}&dialog=manage`);
  await admin.getByRole('button', { name: 'Delete…' }).click();
  await admin.getByRole('button', { name: 'Delete dashboard' }).click();
  await expect(admin.getByText(`Deleted “${name}”.`)).toBeVisible();
  expect((await manager.goto(`${url.pathname}${url.search}`))?.status()).toBe(404);
  await manager.getByRole('link', { name: 'Open your dashboard' }).click();
  await expect(widget(manager, 'Largest balances')).toBeVisible();
  await Promise.all([admin.close(), manager.close()]);
});

test('a widget that fails says so, the page stands, and trying again brings it back', async ({ page }) => {
  const books = await business(page);
  const { actor } = books;
  await page.goto('/dashboard?edit=1');
  await page.getByRole('button', { name: 'Add Sync health' }).click();
  await save(page);
  await expect(widget(page, 'Sync health')).toContainText('The books are kept here');
  const owner = postgres(process.env.OWNER_URL ?? '', { max: 1, onnotice() {} });
  // What no import of ours ever wrote.
  await owner`insert into imports ${owner({
    id: randomUUID(),
    org_id: actor.org.id,
    kind: 'invoices',
    file_name: 'a.csv',
    file_hash: 'x',
    file: Buffer.from('a'),
    summary: owner.json({ odd: true }),
  })}`;
  // Something is recorded, so the open page asks again, and what it said last still stands.
  await books.invoice(await books.addCustomer('Late News'), 'N-1', 100, 1);
  const failed = page.getByRole('region', { name: 'Sync health could not be shown' });
  await expect(failed).toContainText(/Last known, at \d\d:\d\d: The books are kept here/);
  await page.reload();
  await expect(failed).toContainText('Everything else on this page is complete.');
  await expect(widget(page, 'Aging')).toContainText('4 open invoices, 3 customers');
  await expect(widget(page, 'Key figures')).toContainText('$14,416');
  await owner`delete from imports where org_id = ${actor.org.id}`;
  await owner.end();
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect(widget(page, 'Sync health')).toContainText('The books are kept here');
});

test('on a phone it is one column, arranged by buttons alone', async ({ page }) => {
  await business(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/dashboard');
  const boxes = await page
    .locator('.widget-grid > *')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().left));
  expect(new Set(boxes).size).toBe(1);
  expect(boxes.length).toBeGreaterThan(5);
  await page.getByRole('link', { name: 'Edit layout' }).click();
  await expect(page.getByRole('button', { name: 'Move Aging', exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Move Aging earlier' }).click();
  await expect(status(page)).toHaveText('Aging moved to row 1, position 1 of 1.');
  await save(page);
  await expect.poll(async () => (await titles(page))[0]).toBe('Aging');
});

test('before anything is posted it shows the ways in, not a wall of zeros', async ({ page }) => {
  await registered(page);
  await page.goto('/dashboard');
  await expect(page.getByRole('heading', { name: 'Nothing is open' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Import invoices' })).toBeVisible();
  await expect(page.getByText('DSO')).toHaveCount(0);
});
