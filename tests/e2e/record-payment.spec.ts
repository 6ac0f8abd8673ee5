import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { updateOrganization } from '@/db/commands/update-organization';
import { withScope } from '@/db/scope';
import { addDays } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { booksOf } from './books';
import { registered } from './sign-up';

test('a payment over several invoices is recorded, and taken back, with the keyboard alone', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Brightwater Hotels');
  await books.invoice(customerId, 'A-1', 1_248_000, 47);
  await books.invoice(customerId, 'A-2', 891_540, 33);
  await books.invoice(customerId, 'A-3', 943_000, 12);

  await page.goto('/payments/new');
  await expect(page.getByLabel('Who paid?')).toBeFocused();
  await page.keyboard.type('bright');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=bright/);
  await page.getByRole('link', { name: 'Brightwater Hotels' }).focus();
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name: 'Record a payment' });
  await expect(dialog.getByLabel('Amount received')).toBeFocused();
  await page.keyboard.type('25,000');
  await expect(dialog.getByLabel('Pays of A-1')).toHaveValue('12,480.00');
  await expect(dialog.getByLabel('Pays of A-3')).toHaveValue('3,604.60');
  await expect(dialog.getByText('Nothing left over')).toBeVisible();
  await page.keyboard.press('Control+Enter');

  await expect(page.getByText('Recorded $25,000.00 as PMT-00001.')).toBeVisible();
  await expect(page.getByText('Brightwater Hotels: 2 paid, 1 part paid. They owe $5,825.40.')).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('$5,825.40').first()).toBeVisible();

  await page.keyboard.press('z');
  await expect(page.getByText(/Taken back by REV-00001/)).toBeVisible();
  await expect(page.getByText('$30,825.40').first()).toBeVisible();
});

test('amounts typed by hand: too much is refused beside the invoice, with the fix as a button', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Osprey Restaurants');
  await books.invoice(customerId, 'B-1', 10_000, 5);
  await books.invoice(customerId, 'B-2', 20_000, -5);
  await page.goto(`/customers/${customerId}?pay=1`);

  const dialog = page.getByRole('dialog', { name: 'Record a payment' });
  await dialog.getByLabel('Amount received').fill('150');
  await dialog.getByLabel('Pays of B-1').fill('120');
  await expect(dialog.getByRole('button', { name: 'By hand' })).toHaveAttribute('aria-pressed', 'true');
  await expect(dialog.getByText('$20.00 more than it has open.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Use 100.00' }).click();
  await expect(dialog.getByText('Nothing left over')).toBeVisible();
  await dialog.getByRole('button', { name: 'Record $150.00' }).click();
  await expect(page.getByText('Recorded $150.00 as PMT-00001.')).toBeVisible();
});

test('a payment that is half entered is thrown away only when somebody says so', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Osprey Restaurants');
  await books.invoice(customerId, 'B-1', 10_000, 5);
  await page.goto(`/customers/${customerId}?pay=1`);

  const dialog = page.getByRole('dialog', { name: 'Record a payment' });
  const question = page.getByRole('alertdialog', {
    name: 'Throw away the payment of Osprey Restaurants?',
  });
  await dialog.getByLabel('Amount received').fill('80');
  await dialog.getByLabel('Pays of B-1').fill('70');
  await dialog.getByLabel('Reference').fill('Wire 4711');
  await page.keyboard.press('Escape');
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(dialog.getByLabel('Reference')).toBeFocused();
  await page.mouse.click(5, 450);
  await question.getByRole('button', { name: 'Go on with it' }).click();
  await expect(question).toHaveCount(0);
  await expect(dialog.getByLabel('Amount received')).toHaveValue('80.00');
  await expect(dialog.getByLabel('Pays of B-1')).toHaveValue('70.00');
  await expect(dialog.getByLabel('Reference')).toHaveValue('Wire 4711');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await question.getByRole('button', { name: 'Throw it away' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(`/customers/${customerId}`);
});

test('the focus goes back to what opened the dialog, whichever way it closes', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Osprey Restaurants');
  await books.invoice(customerId, 'B-1', 10_000, 5);
  await page.goto(`/customers/${customerId}`);

  const open = page.getByRole('link', { name: 'Record payment', exact: true });
  const dialog = page.getByRole('dialog', { name: 'Record a payment' });
  const opened = async () => {
    await open.press('Enter');
    await expect(dialog.getByLabel('Amount received')).toBeFocused();
  };
  const closed = async () => {
    await expect(page).toHaveURL(`/customers/${customerId}`);
    await expect(dialog).toHaveCount(0);
    await expect(open).toBeFocused();
  };
  await opened();
  await page.keyboard.press('Escape');
  await closed();
  await opened();
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  await closed();
  await opened();
  await page.keyboard.type('100');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Throw it away' }).press('Enter');
  await closed();
  await opened();
  await page.keyboard.type('100');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Recorded $100.00 as PMT-00001.')).toBeVisible();
  await closed();
});

test('short pay: each rest is said once, and undoing the payment takes all of it back', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Brightwater Hotels');
  for (const [i, number] of ['D-1', 'D-2', 'D-3', 'D-4', 'D-5'].entries())
    await books.invoice(customerId, number, 10_000, 40 - i);
  await page.goto(`/customers/${customerId}?pay=1`);

  const dialog = page.getByRole('dialog', { name: 'Record a payment' });
  await dialog.getByLabel('Amount received').fill('450');
  for (const number of ['D-1', 'D-2', 'D-3', 'D-4', 'D-5'])
    await dialog.getByLabel(`Pays of ${number}`).fill('90');
  const restOf = (number: string) => dialog.getByLabel(`What is left of ${number}`);
  await restOf('D-1').selectOption('Write off $10.00');
  await restOf('D-2').selectOption('Damaged goods: dispute $10.00');
  await restOf('D-3').selectOption('Discount of $10.00');
  await restOf('D-4').selectOption('Credit memo for $10.00');
  await expect(dialog.getByText('Balance goes from $500.00 to $20.00.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Brightwater Hotels: 3 paid, 2 part paid. They owe $20.00.')).toBeVisible();
  await expect(page.getByText('Disputed $10.00').filter({ visible: true })).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByText(/Taken back by REV-/)).toBeVisible();
  await expect(page.getByText('$500.00').first()).toBeVisible();
});

test('a rest beyond the limit cannot be written off, and a dispute of another reason has to say why', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  await withScope(books.actor, 'write', (tx) =>
    updateOrganization(tx, books.actor, { writeOffLimitMinor: toMinor(500) }),
  );
  const customerId = await books.addCustomer('Osprey Restaurants');
  await books.invoice(customerId, 'E-1', 10_000, 5);
  await page.goto(`/customers/${customerId}?pay=1`);

  const dialog = page.getByRole('dialog', { name: 'Record a payment' });
  await dialog.getByLabel('Amount received').fill('90');
  const rest = dialog.getByLabel('What is left of E-1');
  await expect(rest.getByRole('option', { name: 'Write off: at most $5.00 at once' })).toBeDisabled();
  await rest.selectOption('Another reason to dispute $10.00…');
  await dialog.getByRole('button', { name: 'Record $90.00' }).click();
  await expect(dialog.getByText('Say why the rest is in dispute.')).toBeVisible();
  await dialog.getByLabel('Why E-1 is contested').fill('Two crates were empty');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Osprey Restaurants: 1 part paid. They owe $10.00.')).toBeVisible();
});

test('what is left over stays on the account only when somebody says so', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Kestrel Coffee');
  await books.invoice(customerId, 'F-1', 10_000, 5);
  await page.goto(`/customers/${customerId}?pay=1`);

  const dialog = page.getByRole('dialog', { name: 'Record a payment' });
  await dialog.getByLabel('Amount received').fill('120');
  await dialog.getByRole('button', { name: 'Record $120.00' }).click();
  await expect(dialog.getByText(/\$20\.00 is left over\. Apply it, or tick/)).toBeVisible();
  await dialog.getByLabel('Keep $20.00 on the account').check();
  await dialog.getByRole('button', { name: 'Record $120.00' }).click();
  await expect(page.getByText('Kestrel Coffee: 1 paid, $20.00 on the account.')).toBeVisible();
  await expect(page.getByText('$20.00 is theirs to use.')).toBeVisible();
});

test('the same drawn form sent from two windows books one payment, and the loser of a race is told why', async ({
  page,
  context,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Kestrel Coffee');
  await books.invoice(customerId, 'C-1', 10_000, 5);
  const other = await context.newPage();
  for (const each of [page, other]) {
    await each.goto(`/customers/${customerId}?pay=1`);
    await each.getByLabel('Amount received').fill('100');
    await expect(each.getByText('Nothing left over')).toBeVisible();
  }
  await Promise.all(
    [page, other].map((each) => each.getByRole('button', { name: 'Record $100.00' }).click()),
  );
  const refused = (each: typeof page) =>
    each.getByText('One of the invoices has nothing open any more. Look again.');
  const recorded = (each: typeof page) => each.getByText('Recorded $100.00 as PMT-00001.');
  for (const each of [page, other]) await expect(refused(each).or(recorded(each))).toBeVisible();
  expect((await refused(page).count()) + (await refused(other).count())).toBe(1);
});

test('a day to come and an amount below zero are refused, and nothing is said to follow from them', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const customerId = await books.addCustomer('Kestrel Coffee');
  await books.invoice(customerId, 'C-1', 10_000, 5);
  await page.goto(`/customers/${customerId}?pay=1`);

  const dialog = page.getByRole('dialog', { name: 'Record a payment' });
  await dialog.getByLabel('Amount received').fill('1.5k');
  await page.keyboard.press('Tab');
  await expect(dialog.getByText('is not an amount')).toBeVisible();
  await dialog.getByLabel('Amount received').fill('-50');
  await expect(dialog.getByText('is not an amount')).toHaveCount(0);
  await expect(dialog.getByText('Received 0.00')).toBeVisible();
  await expect(dialog.getByText('Balance goes from $100.00 to $100.00.')).toBeVisible();
  await expect(dialog.getByText(/left over|more applied/)).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Record payment' }).click();
  await expect(dialog.getByText('Enter an amount above zero.')).toBeVisible();
  await dialog.getByLabel('Amount received').fill('50');
  await dialog.getByLabel('Date').fill(addDays(books.today, 1));
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('That day has not come yet.')).toBeVisible();
  await dialog.getByLabel('Date').fill('2 jan 1901');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('That day is more than ten years ago.')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1440, 390])
    test(`axe finds nothing on the dialog, ${colorScheme}, ${width} px`, async ({ page }) => {
      const { business } = await registered(page);
      const books = await booksOf(business);
      const customerId = await books.addCustomer('Alpha');
      await books.invoice(customerId, 'A-1', 50_000, 40);
      await books.invoice(customerId, 'A-2', 50_000, 30);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/customers/${customerId}?pay=1`);
      await page.getByLabel('Amount received').fill('1,200');
      await page.getByLabel('Pays of A-1').fill('499');
      await page.getByLabel('What is left of A-1').selectOption('dispute');
      await page.getByLabel('Pays of A-2').fill('501');
      await expect(page.getByText('$1.00 more than it has open.')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    });
