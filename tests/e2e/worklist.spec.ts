import { expect, type Page, test } from '@playwright/test';
import { updateCustomer } from '@/db/commands/update-customer';
import { withScope } from '@/db/scope';
import { booksOf } from './books';
import { hydrated } from './hydrated';
import { registered } from './sign-up';

/** Three late customers, the largest first, the first with a number; the page shows the worklist. */
async function lateBooks(page: Page) {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const ids: string[] = [];
  for (const [i, name] of ['Brightwater Hotels', 'Osprey Restaurants', 'Kestrel Coffee'].entries()) {
    const id = await books.addCustomer(name);
    await books.invoice(id, `A-${i + 1}`, 900_000 - i * 300_000, 47 - i * 10);
    ids.push(id);
  }
  const [brightwater = ''] = ids;
  const phone = '+1 503 555 0148';
  await withScope(books.actor, 'write', (tx) =>
    updateCustomer(tx, books.actor, { customerId: brightwater, phone }),
  );
  await page.goto('/worklist');
  await expect(page.getByRole('list', { name: 'To do' }).getByRole('link')).toHaveCount(3);
  await hydrated(page, '[data-work-row]');
  return { books, brightwater };
}

const current = (page: Page) => page.getByRole('list', { name: 'To do' }).locator('[aria-current=true]');

test('a collector works through the list with the keyboard alone: a promise, a message, a snooze', async ({
  page,
}) => {
  await lateBooks(page);
  await expect(current(page)).toContainText('Brightwater Hotels');
  await expect(page.getByRole('link', { name: '+1 503 555 0148' })).toHaveAttribute(
    'href',
    'tel:+15035550148',
  );
  await expect(page.getByText('0 of 3 done today')).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByLabel('They will pay')).toHaveValue('9,000.00');
  await expect(page.getByLabel('By', { exact: true })).toBeFocused();
  await page.keyboard.type('+5');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Noted the call: promised to pay.')).toBeVisible();
  await expect(current(page)).toContainText('Osprey Restaurants');
  await expect(page.getByText('1 of 3 done today')).toBeVisible();
  await expect(page.getByText('$9,000 promised so far')).toBeVisible();

  await page.keyboard.press('m');
  await expect(page.getByLabel('What was said')).toBeFocused();
  await page.keyboard.type('Asked to call back');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Noted the call: left a message.')).toBeVisible();
  await expect(current(page)).toContainText('Kestrel Coffee');

  await page.keyboard.press('s');
  await expect(page.getByRole('dialog', { name: 'Leave alone until' }).getByLabel('Until')).toBeFocused();
  await page.keyboard.type('+3');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Back on the list on/)).toBeVisible();
  await expect(page.getByText('Nobody is left to call')).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByText('Back on the list.', { exact: true })).toBeVisible();
  await expect(current(page)).toContainText('Kestrel Coffee');
});

test('with the mouse: a dispute with its owner, moved through the list, settled again', async ({ page }) => {
  await lateBooks(page);
  await page.getByText('Disputes it').click();
  await page.getByLabel('Why?').fill('Wrong price');
  await page.getByLabel('How much of it?').fill('1,000');
  await page.getByLabel('Who is to settle it?').selectOption('Ada Admin');
  await page.getByRole('button', { name: 'Save and next' }).click();
  await expect(page.getByText('Noted the call: contests an invoice.')).toBeVisible();
  await expect(current(page)).toContainText('Osprey Restaurants');

  await page
    .getByRole('link', { name: /^Done today/ })
    .filter({ visible: true })
    .click();
  const done = page.getByRole('list', { name: 'Done today' });
  await expect(done.getByText('contests an invoice')).toBeVisible();
  await done.getByRole('link', { name: 'Brightwater Hotels' }).click();
  await expect(page.getByText('$1,000.00 of A-1: Wrong price')).toBeVisible();
  await expect(page.getByLabel('Settled by')).toHaveValue('Ada Admin');
  await page.getByRole('button', { name: 'Resolve…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Is the dispute of $1,000.00 of A-1 settled?' });
  await question.getByLabel('What was agreed?').fill('They pay in full');
  await question.getByRole('button', { name: 'Resolve it' }).click();
  await expect(page.getByText('Resolved. What is open of it is owed again.')).toBeVisible();
  await expect(page.getByText('$1,000.00 of A-1: Wrong price')).toHaveCount(0);
});

test('J and K move through the list, O opens the account, and a note is written without a call', async ({
  page,
}) => {
  const { brightwater } = await lateBooks(page);
  await page.keyboard.press('j');
  await expect(current(page)).toContainText('Osprey Restaurants');
  await page.keyboard.press('k');
  await expect(current(page)).toContainText('Brightwater Hotels');
  await page.keyboard.press('n');
  await expect(page.getByLabel('Note', { exact: true })).toBeFocused();
  await page.keyboard.type('Pays on the second Wednesday');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Noted.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('Pays on the second Wednesday');
  await expect(current(page)).toContainText('Brightwater Hotels');
  await page.locator('#main').focus();
  await page.keyboard.press('o');
  await expect(page).toHaveURL(`/customers/${brightwater}`);
});

test('a key that is pressed before the next customer is there is meant for that one', async ({ page }) => {
  await lateBooks(page);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/worklist\?.*customer=/, async (route) => {
    await released;
    await route.continue();
  });
  await page.keyboard.press('j');
  await page.keyboard.press('p');
  await expect(current(page)).toContainText('Brightwater Hotels');
  await expect(page.getByLabel('They will pay')).toHaveCount(0);
  release();
  await expect(page.getByLabel('They will pay')).toHaveValue('6,000.00');
  await expect(current(page)).toContainText('Osprey Restaurants');
});

test('Escape leaves the fields of a call: an outcome chosen by mistake is taken back, what was typed stays', async ({
  page,
}) => {
  await lateBooks(page);
  const said = page.getByLabel('What was said');
  await page.keyboard.press('p');
  await expect(page.getByLabel('By', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('They will pay')).toHaveCount(0);
  await page.keyboard.press('m');
  await expect(said).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(said).not.toBeFocused();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.keyboard.press('d');
  await expect(page.getByLabel('Why?')).toBeFocused();
  await page.keyboard.type('Wrong price');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Why?')).toHaveValue('Wrong price');
  await expect(page.getByLabel('Why?')).not.toBeFocused();
  await page.keyboard.press('n');
  await expect(page.getByLabel('Note', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(current(page)).toContainText('Osprey Restaurants');
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('');
});

test('R shows the reminder of all that is late, Escape leads back, and the tabs say how much is on each', async ({
  page,
}) => {
  await lateBooks(page);
  await page.keyboard.press('j');
  await expect(current(page)).toContainText('Osprey Restaurants');
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Remind' });
  await expect(dialog).toContainText('Osprey Restaurants');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(current(page)).toContainText('Osprey Restaurants');
  await page.keyboard.press('h');
  await page.getByRole('dialog', { name: 'Leave alone until' }).getByLabel('Until').fill('+3');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Back on the list on/)).toBeVisible();
  const tab = (name: string) => page.getByRole('link', { name, exact: true }).filter({ visible: true });
  await expect(tab('All 2')).toBeVisible();
  await expect(tab('Waiting 1')).toBeVisible();
  await tab('Done today 1').click();
  await expect(page.getByRole('list', { name: 'Done today' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Osprey Restaurants' })).toBeFocused();
});

test('done for today, given to somebody, and narrowed to the own customers', async ({ page }) => {
  await lateBooks(page);
  await page.getByLabel('Looked after by').selectOption('Ada Admin');
  await expect(page.getByText('Ada Admin looks after them now.')).toBeVisible();
  await page.getByRole('button', { name: 'Everybody’s' }).click();
  await page.getByRole('dialog').getByLabel('Whose customers').selectOption('Ada Admin');
  await page.getByRole('button', { name: 'Show these' }).click();
  await expect(page.getByRole('list', { name: 'To do' }).getByRole('link')).toHaveCount(1);
  await page.getByRole('button', { name: 'Done for today' }).click();
  await expect(page.getByText('Done for today. Back on the list tomorrow.')).toBeVisible();
  await expect(page.getByText('Nobody matches')).toBeVisible();
  await page
    .getByRole('link', { name: /^Waiting/ })
    .filter({ visible: true })
    .click();
  await page.getByRole('button', { name: 'Back to the list: Brightwater Hotels' }).click();
  await expect(page.getByText('Nobody is waited for')).toBeVisible();
});
