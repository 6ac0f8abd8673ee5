import { expect, type Page, test } from '@playwright/test';
import { recordPayment } from '@/db/commands/record-payment';
import { withScope } from '@/db/scope';
import { addDays } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { booksOf } from './books';
import { registered } from './sign-up';

/** Brings a statement, as somebody who chooses its file. */
async function bring(page: Page, name: string, text: string): Promise<void> {
  await page.goto('/receipts');
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chosen).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

/** Presses keys and counts them. */
function keysOf(page: Page) {
  const pressed: string[] = [];
  const press = async (key: string) => {
    pressed.push(key);
    await page.keyboard.press(key);
  };
  return { press, pressed };
}

/** What waits, as the toolbar counts it. */
const toDo = (page: Page, count: number) =>
  expect(page.getByRole('link', { name: `To do ${count}`, exact: true })).toBeVisible();

test('twelve mixed lines are booked with at most twenty key presses', async ({ page }) => {
  test.setTimeout(180_000);
  const { business } = await registered(page);
  const books = await booksOf(business);
  const { actor, today, addCustomer, invoice } = books;
  const owe = async (name: string, ...invoices: [number: string, amount: number, daysLate: number][]) => {
    const customerId = await addCustomer(name);
    for (const [number, amount, late] of invoices) await invoice(customerId, number, amount, late);
    return customerId;
  };
  await owe('Brightwater Hotels', ['R-1001', 125_000, 40], ['R-1002', 48_050, 10]);
  await owe('Alder Clinic', ['R-1003', 90_000, 30], ['R-1004', 90_000, 5]);
  await owe('Northgate School', ['R-1005', 300_000, 20]);
  await owe('Quarry Foods', ['R-1006', 27_525, 12]);
  await owe('Harbor Supply', ['R-1007', 62_000, 9]);
  await owe('Meadow Press', ['R-1008', 62_000, 8]);
  await owe('Sunrise Bakery', ['R-1009', 80_000, 3]);
  await owe('Tide Logistics', ['R-1010', 10_000, 7], ['R-1011', 20_000, 2]);
  await owe('Willow Care', ['R-1012', 11_000, 60], ['R-1013', 50_000, 30], ['R-1014', 22_000, 1]);
  const cedar = await owe('Cedar Labs', ['R-1015', 41_000, 6], ['R-1016', 41_000, 1]);
  const fern = await owe('Fern Studio', ['R-1017', 15_000, 15]);
  const received = (customerId: string, amount: number, daysAgo: number) =>
    withScope(actor, 'write', (tx) =>
      recordPayment(tx, actor, {
        customerId,
        receivedOn: addDays(today, -daysAgo),
        amountMinor: toMinor(amount),
        payment: { method: 'Wire' },
        apply: 'oldest',
        source: 'staff',
      }),
    );
  await received(cedar, 41_000, 1);
  const bounced = await received(fern, 15_000, 4);
  const lines: [payer: string, text: string, amount: string][] = [
    ['BRIGHTWATER HOTELS', 'Invoice R-1001', '1250.00'],
    ['Brightwater Hotels Ltd', '', '480.50'],
    ['Alder Clinic', 'thank you', '900.00'],
    ['NORTHGATE SCHOOL', '', '3000.00'],
    ['Quarry Foods Inc', 'R-1006', '275.25'],
    ['', 'Transfer', '620.00'],
    ['', 'Monthly fee', '-35.00'],
    ['Sunrise Bakery', 'part of R-1009', '500.00'],
    ['Tide Logistics', '', '350.00'],
    ['Willow Care', '', '330.00'],
    ['Cedar Labs', '', '410.00'],
    ['Fern Studio', `Returned ${bounced.number}`, '-150.00'],
  ];
  const csv = lines.map(([payer, text, amount]) => [today, payer, text, amount].join(',')).join('\n');
  await bring(page, 'today.csv', `Date,Payer,Text,Amount\n${csv}\n`);
  await toDo(page, 12);

  const { press, pressed } = keysOf(page);
  const acceptAll = page.getByRole('button', { name: /^Accept \d+ exact/ });
  await expect(acceptAll).toHaveText(/Accept 5 exact/);
  await press('a');
  await toDo(page, 7);
  const main = (name: RegExp) => expect(page.getByRole('button', { name })).toBeFocused();
  await main(/^Accept: Alder Clinic/);
  await press('Enter');
  await toDo(page, 6);
  await expect(page.getByRole('link', { name: /^Edit this line/ })).toBeFocused();
  await press('1');
  await toDo(page, 5);
  await expect(page.getByRole('link', { name: /^Ignore this line/ })).toBeFocused();
  await press('i');
  await expect(page.getByRole('button', { name: 'Bank fee' })).toBeFocused();
  await press('Enter');
  await toDo(page, 4);
  await main(/^Accept: Sunrise Bakery/);
  await press('Enter');
  await toDo(page, 3);
  await main(/^Accept: Tide Logistics/);
  await press('Enter');
  await toDo(page, 2);
  await press('1');
  await toDo(page, 1);
  await main(/^Returned: Fern Studio/);
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'This statement is done' })).toBeVisible();
  expect(pressed.length, pressed.join(' ')).toBeLessThanOrEqual(20);
  await expect(page.getByText('$0.00')).toBeVisible();

  await page.goto('/customers');
  const owes = (name: string, amount: string) =>
    expect(page.getByRole('row', { name: new RegExp(name) })).toContainText(amount);
  await owes('Alder Clinic', '900.00');
  await owes('Sunrise Bakery', '300.00');
  await owes('Willow Care', '500.00');
  await owes('Cedar Labs', '410.00');
  await owes('Fern Studio', '150.00');
});

test('a line is split by hand, undone by its row, and recognised when its file comes again', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { business } = await registered(page);
  const { today, addCustomer, invoice } = await booksOf(business);
  await invoice(await addCustomer('Harbor Supply'), 'R-2001', 40_000, 9);
  await invoice(await addCustomer('Meadow Press'), 'R-2002', 20_000, 8);
  const file = `Date,Payer,Text,Amount\n${today},Holding,for both,600.00\n`;
  await bring(page, 'one.csv', file);
  await toDo(page, 1);
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  const editor = page.getByRole('form', { name: 'How the line is booked' });
  const customers = editor.getByRole('combobox', { name: 'Customer' });
  await expect(customers).toHaveCount(2);
  for (const [i, name] of ['Harbor Supply', 'Meadow Press'].entries()) {
    await customers.nth(i).fill(name);
    await page.getByRole('option', { name }).click();
    await editor.getByLabel(`Amount of share ${i + 1}`).fill(i === 0 ? '400' : '200');
    await expect(editor.getByRole('table').nth(i)).toBeVisible();
  }
  await expect(editor.getByLabel('Pays of R-2002')).toHaveValue('200.00');
  await editor.getByRole('button', { name: 'Book $600.00' }).click();
  await expect(page.getByRole('heading', { name: 'This statement is done' })).toBeVisible();

  await page.getByRole('link', { name: 'Booked 1', exact: true }).click();
  await expect(page.getByText('Harbor Supply')).toBeVisible();
  await page.getByRole('button', { name: /^Undo what was decided/ }).click();
  await toDo(page, 1);

  await bring(page, 'again.csv', file);
  await toDo(page, 0);
  await page.getByRole('link', { name: 'All 1', exact: true }).click();
  await expect(page.getByRole('table').getByText('Seen before')).toBeVisible();
});

test('the focus goes back to the button of the line that its editor was opened from', async ({ page }) => {
  const { business } = await registered(page);
  const { today } = await booksOf(business);
  await bring(page, 'one.csv', `Date,Payer,Text,Amount\n${today},Holding,for both,600.00\n`);
  await toDo(page, 1);
  const editor = page.getByRole('form', { name: 'How the line is booked' });
  const split = page.getByRole('link', { name: 'Split Holding' });
  await split.press('Enter');
  await expect(editor.getByRole('combobox').last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);
  await expect(split).toBeFocused();

  const edit = page.getByRole('link', { name: 'Edit Holding' });
  await edit.press('Enter');
  await expect(editor.getByRole('combobox')).toBeFocused();
  await editor.getByRole('link', { name: 'Cancel' }).press('Enter');
  await expect(editor).toHaveCount(0);
  await expect(edit).toBeFocused();

  const ignore = page.getByRole('link', { name: 'Ignore Holding' });
  await ignore.press('Enter');
  await expect(page.getByRole('button', { name: 'Bank fee' })).toBeFocused();
  await page.getByRole('link', { name: 'Cancel' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Bank fee' })).toHaveCount(0);
  await expect(ignore).toBeFocused();
});
