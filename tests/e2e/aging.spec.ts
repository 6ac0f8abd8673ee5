import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { updateCustomer } from '@/db/commands/update-customer';
import { withScope } from '@/db/scope';
import { addDays } from '@/lib/domain/dates';
import { booksOf } from './books';
import { registered } from './sign-up';

test('the report shows every age, unfolds in place, follows the day, and its CSV says the same to the cent', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const brightwater = await books.addCustomer('Brightwater Hotels');
  const kestrel = await books.addCustomer('=Kestrel, "Coffee"');
  await books.invoice(brightwater, 'A-1', 1_248_000, 47);
  await books.invoice(brightwater, 'A-2', 123_456, 0);
  await books.invoice(kestrel, 'K-1', 70_001, 121);

  await page.goto('/aging');
  const table = page.getByRole('table');
  await expect(table.getByRole('row', { name: /Brightwater Hotels/ })).toContainText('13,714.56');
  await expect(page.getByRole('row', { name: /^Total, 2 customers/ })).toContainText('14,414.57');
  await expect(page.getByText('Agrees with the ledger')).toContainText('difference $0.00');

  await page.getByRole('button', { name: 'Items of Brightwater Hotels' }).click();
  await expect(page).toHaveURL(/open=/);
  await expect(page.getByRole('row', { name: /A-1/ })).toContainText('47 late');
  await page.reload();
  await expect(page.getByRole('row', { name: /A-1/ })).toBeVisible();

  const csv = await (await page.request.get('/exports/aging')).text();
  expect(csv).toContain('"Brightwater Hotels"');
  expect(csv).toContain(`"'=Kestrel, ""Coffee"""`);
  expect(csv).toMatch(/13714\.56/);
  expect(csv).toMatch(/14414\.57/);

  await page.goto(`/aging?asOf=${addDays(books.today, -60)}`);
  await expect(page.getByRole('row', { name: /^Total, 2 customers/ })).toContainText('13,180.01');
  await expect(page.getByText('Back to today')).toBeVisible();
});

test('the report never moves the page sideways, and on a phone every column stands under its own heading', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  await books.invoice(await books.addCustomer('Alpha'), 'A-1', 500, 1);
  await page.goto('/aging');
  for (const width of [1280, 1100, 768, 390]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  const heading = await page.getByRole('columnheader', { name: 'Total' }).boundingBox();
  const figure = await page.getByRole('row', { name: /Alpha/ }).getByRole('cell').last().boundingBox();
  expect([heading?.x, heading?.width]).toEqual([figure?.x, figure?.width]);
  expect((heading?.y ?? 0) + (heading?.height ?? 0)).toBeLessThanOrEqual(figure?.y ?? 0);
});

test('on a tablet no amount is cut by the total beside it, wherever the columns are scrolled to', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const alpha = await books.addCustomer('Alpha');
  for (const [i, late] of [-5, 10, 40, 70, 100, 200].entries())
    await books.invoice(alpha, `A-${i}`, 123_456_789, late);
  await page.goto('/aging');
  const scroller = page.locator('.tbl-scroll');
  for (const width of [768, 900, 1024, 1200])
    for (const left of [0, 90, 9_999]) {
      await page.setViewportSize({ width, height: 844 });
      await scroller.evaluate((element, to) => element.scrollTo({ left: to, behavior: 'instant' }), left);
      await expect.poll(() => scroller.evaluate(cutCells), { message: `${width} ${left}` }).toEqual([]);
    }
});

/** The amounts of the first row that stand partly below its name or its total. */
function cutCells(scroller: Element): string[] {
  const cells = [...scroller.querySelectorAll('tbody tr:first-child > *')].filter(
    (cell) => cell.getBoundingClientRect().width > 0,
  );
  const from = cells[0]?.getBoundingClientRect().right ?? 0;
  const to = cells.at(-1)?.getBoundingClientRect().left ?? 0;
  return cells.slice(1, -1).flatMap((cell) => {
    const { left, right } = cell.getBoundingClientRect();
    const isCut = (edge: number) => left < edge - 2 && right > edge + 2;
    return isCut(from) || isCut(to) ? [cell.textContent] : [];
  });
}

test('rows are walked, unfolded and opened by keys', async ({ page }) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const first = await books.addCustomer('Alpha');
  await books.addCustomer('Nobody');
  await books.invoice(first, 'A-1', 500, 1);
  await page.goto('/aging');
  // Keys are heard once the page's script runs; the one row stays the current one however often.
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.getByRole('link', { name: 'Alpha' })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('e');
  await expect(page.getByRole('row', { name: /A-1/ })).toBeVisible();
  await page.getByRole('link', { name: 'Alpha' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/customers/${first}`));
});

test('the report groups by owner and drills from a cell into its own filter, and a customer opens one bucket', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const { actor } = books;
  const alpha = await books.addCustomer('Alpha');
  await withScope(actor, 'write', (tx) =>
    updateCustomer(tx, actor, { customerId: alpha, owner: 'Priya', tags: ['key', 'north'] }),
  );
  await books.invoice(alpha, 'A-1', 10_000, 40);
  await books.invoice(alpha, 'A-2', 20_000, 5);
  await books.invoice(await books.addCustomer('Beta'), 'B-1', 500, 5);

  await page.goto('/aging?group=tag');
  await expect(page.getByText('the lines can add up to more than the total')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Total, 3 tags/ })).toContainText('305.00');
  await page.getByRole('group', { name: 'Group by' }).getByRole('link', { name: 'Owner' }).click();
  await expect(page.getByRole('row', { name: /^No owner/ })).toContainText('5.00');
  await page
    .getByRole('row', { name: /^Priya/ })
    .getByRole('link', { name: '100.00' })
    .click();
  await expect(page).toHaveURL(/owner=Priya/);
  await expect(page.getByRole('list', { name: 'Active filters' })).toContainText('Owner');
  await expect(page.getByRole('row', { name: /^Total, 1 customer/ })).toContainText('300.00');
  await page.getByRole('row', { name: /Alpha/ }).getByRole('link', { name: '100.00' }).click();
  await expect(page.getByRole('row', { name: /A-1/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /A-2/ })).toBeHidden();
  await page.goto('/aging?group=item');
  await expect(page.getByRole('row', { name: /^Total, 3 items/ })).toContainText('305.00');
});

test('other buckets are checked before they are used, and columns are kept for the person, in no address', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  await books.invoice(await books.addCustomer('Alpha'), 'A-1', 10_000, 40);
  await page.goto('/aging');
  await page.getByRole('button', { name: 'Options' }).click();
  const bounds = page.getByLabel('Buckets end on these days');
  await bounds.fill('30, 10');
  await page.getByRole('button', { name: 'Use' }).click();
  await expect(page.getByText('Write up to 11 days that rise')).toBeVisible();
  await bounds.fill('0, 45');
  await page.getByRole('button', { name: 'Use' }).click();
  await expect(page).toHaveURL(/bounds=0(,|%2C)45/);
  await expect(page.getByRole('columnheader', { name: '1–45' })).toBeVisible();

  await page.goto('/aging');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Oldest, days' }).check();
  await page.getByRole('checkbox', { name: '120+' }).uncheck();
  await page.getByRole('button', { name: 'Save for me' }).click();
  await expect(page.getByText('Only your own screen is changed.')).toBeVisible();
  await page.goto('/aging');
  await expect(page.getByRole('columnheader', { name: 'Oldest' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '120+' })).toBeHidden();
  await expect(page.getByRole('row', { name: /Alpha/ })).toContainText('40 d');
});

test('twenty customers print on one sheet of A4 or Letter, every bucket, with the day and the tie-out at its foot', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  for (let i = 0; i < 20; i += 1)
    await books.invoice(await books.addCustomer(`Customer ${i}`), `A-${i}`, 1_000 + i, i * 9);
  await page.goto('/aging');
  await expect(page.getByRole('row', { name: /^Total, 20 customers/ })).toBeVisible();
  for (const media of ['letter', 'a4'] as const) {
    await page.evaluate((name) => {
      const facts = document.querySelector('.print-letter, .print-a4');
      facts?.classList.remove('print-letter', 'print-a4');
      facts?.classList.add(`print-${name}`);
    }, media);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [, width, height] = /MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)/.exec(pdf.toString('latin1')) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual(
      media === 'a4' ? [842, 595] : [792, 612],
    );
  }
  const rule = await page.locator('main style').textContent();
  expect(rule).toContain('Agrees with the ledger');
});

test('what was taken away is compared with what is known by now, with the document that changed it', async ({
  page,
}) => {
  const { business } = await registered(page);
  const books = await booksOf(business);
  const alpha = await books.addCustomer('Alpha');
  await books.invoice(alpha, 'A-1', 10_000, 40);
  await page.goto('/aging/compare');
  await expect(page).toHaveURL('/reports');
  await expect(page.getByText('No report was downloaded yet')).toBeVisible();
  expect((await page.request.get('/exports/aging')).ok()).toBe(true);
  await books.invoice(alpha, 'LATER', 5_000, 10);
  await page.goto('/reports');
  await page.getByRole('link', { name: 'compare with what was sent' }).click();
  const change = page.getByRole('row', { name: /LATER/ });
  await expect(change).toContainText('Invoice posted later');
  await expect(change).toContainText('50.00');
  await page.getByRole('link', { name: 'The report as it was' }).click();
  await expect(page.getByRole('row', { name: /^Total, 1 customer/ })).toContainText('100.00');
  await expect(page.getByText(/as known by/)).toBeVisible();
});

test('an address that cannot be read shows the report, and says what was left out', async ({ page }) => {
  await registered(page);
  await page.goto('/aging');
  await page.getByRole('button', { name: /^As of/ }).click();
  const day = page.getByLabel('Another day');
  await day.fill('31 feb');
  await page.keyboard.press('Enter');
  await expect(page.getByText('is not a day')).toBeVisible();
  await expect(page).toHaveURL('/aging');
  await day.fill('31 jan 2026');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/asOf=2026-01-31/);
  await page.goto('/aging?asOf=2026-02-30&bucket=99&sort=;drop');
  await expect(page.getByText(/left out: sort, asOf, bucket/)).toBeVisible();
});

for (const path of ['/', '/aging', '/aging?group=owner', '/aging?group=item', '/payments/new'])
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1440, 390])
      test(`axe finds nothing on ${path}, ${colorScheme}, ${width} px`, async ({ page }) => {
        const { business } = await registered(page);
        const books = await booksOf(business);
        const customerId = await books.addCustomer('Alpha');
        await books.invoice(customerId, 'A-1', 500, 40);
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect(overflow).toBe(false);
      });
