import { expect, type Page, test } from '@playwright/test';
import postgres from 'postgres';
import { lookBackOn } from '@/jobs/look-back';
import { expectClean } from './axe';
import { booksOf } from './books';
import { registered } from './sign-up';

/** Seconds: longer than any page waits. */
const SLOW = 120;

/** Makes whatever asks for the habits of this business's customers wait, as overloaded books would; answers how to end that. */
async function slowHabits(orgId: string) {
  const owner = postgres(process.env.OWNER_URL ?? '', { max: 1, onnotice() {} });
  const policy = `slow_${orgId.replaceAll('-', '')}`;
  await owner.unsafe(`create policy ${policy} on delay_sums as restrictive for select
    using (app.org_id() is distinct from '${orgId}' or (select pg_sleep(${SLOW})) is not null)`);
  return {
    /** The statements that wait. The worker may have one, which may take long. */
    waiting: async () => {
      const rows = await owner<{ statement: string }[]>`select pid || ' ' || query_start as statement
        from pg_stat_activity where wait_event = 'PgSleep' and query like '%delay_sums%'`;
      return rows.map(({ statement }) => statement);
    },
    end: async () => {
      await owner`select pg_cancel_backend(pid) from pg_stat_activity
        where wait_event = 'PgSleep' and query like '%delay_sums%'`;
      await owner.unsafe(`drop policy ${policy} on delay_sums`);
      await owner.end();
    },
  };
}

async function tryAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try again' }).click();
}

test('a forecast that takes too long gives way to due days, says so, is stopped, and comes when tried again', async ({
  page,
}) => {
  test.slow();
  const { business } = await registered(page);
  const books = await booksOf(business);
  const brightwater = await books.addCustomer('Brightwater Hotels');
  await books.settled(brightwater, 'P-1', 500_000, 60);
  await books.invoice(brightwater, 'A-1', 1_248_000, 47);
  await books.invoice(brightwater, 'A-2', 300_000, -10);
  await page.goto('/cash');
  await expect(page.getByText('should come in by')).toBeVisible();

  // So that the worker, which may wait for long, does not do it meanwhile.
  await lookBackOn(books.actor);
  const slow = await slowHabits(books.actor.org.id);
  await page.goto('/cash', { waitUntil: 'commit' });
  await expect(page.getByText('Working out who will pay when')).toBeVisible();
  await expect.poll(slow.waiting).not.toEqual([]);
  const begun = await slow.waiting();
  await expect(page.getByText('By due days and promises alone.')).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText('The forecast took too long and was stopped.')).toBeVisible();
  await expect(
    page.getByText(/^\$3,000 falls due or is promised by .*; \$12,480 is late already/),
  ).toBeVisible();
  await expect(page.getByRole('row', { name: /^Open invoices and fees/ })).toContainText('15,480.00');
  await expectClean(page, 'by due days');
  const left = async () => (await slow.waiting()).filter((each) => begun.includes(each)).length;
  await expect.poll(left).toBeLessThan(begun.length);

  await page.goto('/dashboard');
  const widget = page.getByRole('region', { name: 'Cash expected', exact: true });
  await expect(page.getByRole('region', { name: 'Aging', exact: true })).toContainText('$15,480');
  await expect(widget).toContainText('By due days and promises alone.', { timeout: 40_000 });
  await expect(widget).toContainText('$3,000 due by');
  await page.getByRole('button', { name: 'Cash expected: menu' }).click();
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(widget.getByRole('columnheader')).toHaveText(['Week', 'Received', 'Due or promised']);
  await page.getByRole('button', { name: /^Explain Due or promised, \$3,000/ }).click();
  await expect(page.getByRole('dialog')).toContainText('$15,480.00');
  await page.keyboard.press('Escape');

  await slow.end();
  await page.getByRole('button', { name: 'Cash expected: menu' }).click();
  await page.getByRole('button', { name: 'Show as a drawing' }).click();
  await tryAgain(page);
  await expect(widget).toContainText('80% likely');
  await expect(widget.getByText('By due days and promises alone.')).toHaveCount(0);
});
