import { expect, type Page, test } from '@playwright/test';
import type { Actor } from '@/lib/actor';
import { expectClean } from './axe';
import { openSample } from './sample-people';

/** A page to check. `open` goes on from `path`: to a first row, or into a dialog. */
interface Checked {
  readonly path: string;
  readonly open?: (page: Page) => Promise<void>;
}

const firstRow = (page: Page) => page.locator('[data-row-link]').first().click();
const press = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click();

/** Every page, by who can see it. A new page is one line here. */
const PAGES: Readonly<Record<Actor['role'] | 'visitor', readonly Checked[]>> = {
  visitor: [
    { path: '/sign-in' },
    { path: '/sign-in/link' },
    { path: '/sign-in/link/no-such-link' },
    { path: '/new-email/no-such-link' },
    { path: '/register' },
    { path: '/reset' },
    { path: '/reset/no-such-link' },
    { path: '/invite/no-such-link' },
    { path: '/sample' },
    { path: '/no-such-page' },
  ],
  admin: [
    { path: '/' },
    { path: '/aging' },
    { path: '/explore' },
    { path: '/explore?age=5&max=0.01&owner=Nobody' },
    { path: '/explore', open: press('Export') },
    { path: '/dashboard' },
    { path: '/dashboard?aging=donut', open: dsoAsTable },
    { path: '/dashboard?edit=1' },
    { path: '/dashboard?dialog=new' },
    { path: '/customers' },
    { path: '/customers?q=nobody-is-called-this' },
    { path: '/customers', open: press('Filters') },
    { path: '/customers/new' },
    { path: '/customers/duplicates' },
    { path: '/customers', open: firstRow },
    { path: '/customers?show=unapplied', open: applyFirst },
    { path: '/customers', open: editFirst },
    { path: '/customers', open: dialogOfFirst('Edit people') },
    { path: '/customers', open: dialogOfFirst('Add beneficiaries') },
    { path: '/customers', open: dialogOfFirst('Put on hold…') },
    { path: '/customers', open: dialogOfFirst('Promise') },
    { path: '/invoices' },
    { path: '/invoices?show=void' },
    { path: '/invoices?min=1&owner=Ines&from=2020-01-01', open: press('Filters') },
    { path: '/invoices/new' },
    { path: '/invoices/new', open: writeDraft },
    { path: '/invoices?show=draft' },
    { path: '/invoices?show=paid', open: firstRow },
    { path: '/invoices?show=late', open: voidFirst },
    { path: '/worklist' },
    { path: '/worklist', open: callFirst },
    { path: '/worklist?show=slipping' },
    { path: '/worklist?show=waiting' },
    { path: '/worklist?show=done' },
    { path: '/payments' },
    { path: '/payments?show=unapplied', open: firstRow },
    { path: '/payments?show=unapplied', open: refundFirst },
    { path: '/payments?method=Wire&from=2020-01-01', open: press('Filters') },
    { path: '/invoices?show=late', open: writeOffFirst },
    { path: '/payments/new' },
    { path: '/invoices/batch' },
    { path: '/recurring' },
    { path: '/recurring/new' },
    { path: '/recurring', open: firstRow },
    { path: '/recurring', open: editRhythm },
    { path: '/services' },
    { path: '/services/new' },
    { path: '/beneficiaries' },
    { path: '/beneficiaries/new' },
    { path: '/customers', open: portalOfFirst },
    { path: '/payments/notices' },
    { path: '/payments/ways' },
    { path: '/sync' },
    { path: '/sync/aside' },
    { path: '/sync/differences' },
    { path: '/settings/connection' },
    { path: '/cash' },
    { path: '/receipts' },
    { path: '/receipts/payers' },
    { path: '/mails' },
    { path: '/settings/mail' },
    { path: '/reminders' },
    { path: '/reminders/chosen?of=customers&show=late' },
    { path: '/reminders/chosen?of=customers&show=late', open: firstRow },
    { path: '/jobs' },
    { path: '/statements' },
    { path: '/statements?kind=activity' },
    { path: '/reports' },
    { path: '/reports/month-end' },
    { path: '/settings/business' },
    { path: '/settings/terms' },
    { path: '/settings/ages' },
    { path: '/settings/money' },
    { path: '/settings/money', open: press('Move the lock date…') },
    { path: '/settings/documents' },
    { path: '/settings/reminders' },
    { path: '/settings/webhooks' },
    { path: '/settings/webhooks', open: press('Make a webhook') },
    { path: '/settings/people' },
    { path: '/settings/people', open: press('Invite people') },
    { path: '/settings/people', open: firstRow },
    { path: '/settings/keys' },
    { path: '/activity' },
    { path: '/activity?kind=money&verify=1' },
    { path: '/second-factor' },
    { path: '/settings/data' },
    { path: '/settings/data', open: press('Remove sample data') },
    { path: '/account' },
  ],
  manager: [
    { path: '/dashboard' },
    { path: '/reports', open: takeReport },
    { path: '/reports/month-end' },
    { path: '/settings/business' },
    { path: '/settings/data' },
    { path: '/invoices/new' },
  ],
  customer: [
    { path: '/portal' },
    {
      path: '/portal',
      open: (page) =>
        page
          .getByRole('link', { name: /View INV-/ })
          .first()
          .click(),
    },
    { path: '/portal', open: (page) => page.getByRole('checkbox', { name: /^INV-/ }).first().check() },
    { path: '/portal', open: payFirst },
    { path: '/portal/pay' },
    { path: '/portal/promise' },
    { path: '/portal/statement' },
    { path: '/portal/statement?from=2026-01-01' },
    { path: '/portal', open: wrongFirst },
    { path: '/portal/history' },
    { path: '/portal/history', open: (page) => page.locator('a[href*="/receipts/"]').first().click() },
    { path: '/portal/account' },
  ],
};

// Its parts have nothing to do with each other.
test.describe.configure({ mode: 'parallel' });

/** Pages of one test: few enough to end in time on a slow machine. */
const PART = 12;

for (const [role, all] of Object.entries(PAGES) as [keyof typeof PAGES, readonly Checked[]][])
  for (let from = 0; from < all.length; from += PART)
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [1440, 390]) {
        const part = all.slice(from, from + PART);
        const title = `the pages of a ${role} from ${part[0]?.path}, ${from + 1}, ${colorScheme}, ${width} px wide`;
        test(`axe finds nothing on ${title}`, async ({ browser }) => {
          test.setTimeout(240_000);
          const viewport = { width, height: 900 };
          const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' });
          // A page that listens for changes is never idle.
          await context.route('**/live', (route) => route.fulfill({ status: 204 }));
          const page = await context.newPage();
          page.setDefaultTimeout(30_000);
          await openSample(page, role === 'visitor' ? 'manager' : role);
          if (role === 'visitor') await context.clearCookies();
          for (const checked of part) await check(page, checked);
          await context.close();
        });
      }

/** Looks at one page; what is wrong with it does not keep the others from being looked at. */
async function check(page: Page, { path, open }: Checked): Promise<void> {
  await page.goto(path);
  const before = page.url();
  await open?.(page);
  if (open === firstRow) await expect(page).not.toHaveURL(before);
  await page.waitForLoadState('networkidle');
  await expectClean(page, `after ${path}`);
}

async function dsoAsTable(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'DSO: menu' }).click();
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.getByRole('table', { name: 'Days sales outstanding by month' })).toBeVisible();
}

/** What a link on the page of the first customer opens. */
function dialogOfFirst(link: string) {
  return async (page: Page) => {
    await firstRow(page);
    await page.getByRole('link', { name: link, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  };
}

async function applyFirst(page: Page): Promise<void> {
  await firstRow(page);
  await page.getByRole('link', { name: 'Apply it' }).filter({ visible: true }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

/** An invoice in parts with a discount, saved as a draft. */
async function writeDraft(page: Page): Promise<void> {
  await page.getByLabel('Terms').selectOption('parts');
  await page.getByLabel('Item, line 1').fill('Beans');
  await page.getByLabel('Price, line 1').fill('100');
  await page.getByRole('button', { name: 'Offer a discount for paying early' }).click();
  await expect(page.getByText(/saved/i).first()).toBeVisible();
}

async function editFirst(page: Page): Promise<void> {
  await firstRow(page);
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeVisible();
}

async function editRhythm(page: Page): Promise<void> {
  await firstRow(page);
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await expect(page).toHaveURL(/\/recurring\/[^/]+\/edit$/);
}

async function refundFirst(page: Page): Promise<void> {
  await firstRow(page);
  await page.getByRole('button', { name: 'Refund…' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
}

async function writeOffFirst(page: Page): Promise<void> {
  await firstRow(page);
  await page.getByRole('button', { name: 'Write off…' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
}

/** Opens the first customer to call, and what a dispute asks for. */
async function callFirst(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'To do' }).getByRole('link').first().click();
  await page.getByText('Disputes it').click();
  await expect(page.getByLabel('Which invoice?')).toBeVisible();
}

/** Takes the dashboard and the aging report away, so that the list has one of each sort. */
async function takeReport(page: Page): Promise<void> {
  for (const path of ['/exports/aging', '/exports/dashboard'])
    expect((await page.request.get(path)).ok(), path).toBe(true);
  await page.reload();
  await expect(page.getByRole('row', { name: /Dashboard, PDF/ }).first()).toBeVisible();
}

async function wrongFirst(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /View INV-/ })
    .last()
    .click();
  await expect(page).toHaveURL(/\/portal\/invoices\//);
  await page.getByRole('link', { name: 'Tell us' }).click();
  await expect(page.getByRole('button', { name: 'Tell them' })).toBeVisible();
}

async function portalOfFirst(page: Page): Promise<void> {
  await firstRow(page);
  await page.getByRole('link', { name: 'Who can sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Let somebody in' })).toBeVisible();
}

/** Chooses an invoice and goes as far as a transfer that waits to be sent. */
async function payFirst(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /^INV-/ }).first().check();
  await page.getByRole('button', { name: /^Pay 1 invoice/ }).click();
  await page.getByRole('button', { name: /^Continue with/ }).click();
  await expect(page.getByRole('heading', { name: /^Send/ })).toBeVisible();
}

async function voidFirst(page: Page): Promise<void> {
  await firstRow(page);
  await page.getByRole('button', { name: 'Void…' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
}
