import { type APIResponse, type Browser, expect, type Page, test } from '@playwright/test';
import { closeConnections } from '@/db/client';
import { booksOf } from './books';
import { type BuiltAction, builtActions, builtRoutes } from './build-manifests';
import { idsOf, markedCustomer, stateOf } from './other-customer';
import { joinPortal } from './portal-person';
import { registered } from './sign-up';

test.afterAll(closeConnections);

type Ids = ReadonlyMap<string, string>;

/** A business with two customers: a person of the one is signed in on `own`; everything of the other says `mark`. */
async function twoCustomers(staff: Page, browser: Browser) {
  const { business } = await registered(staff);
  const books = await booksOf(business);
  const mark = `zq${crypto.randomUUID().slice(0, 8)}`;
  const otherId = await markedCustomer(books, mark);
  await joinPortal(await (await browser.newContext()).newPage(), books, otherId);
  const ownId = await books.addCustomer('Brightwater Hotels');
  await books.invoice(ownId, 'OWN-1', 100_000, 20);
  const own = await (await browser.newContext()).newPage();
  await joinPortal(own, books, ownId);
  return { books, mark, otherId, ownId, own, ids: await idsOf(otherId) };
}

/** Addresses of a route, with each id of the other customer in place of its parameters. */
function addressesOf(route: string, ids: Ids): string[] {
  if (!route.includes('[')) return [route];
  return [...ids.values()].map((id) => route.replace(/\[[^\]]+\]/g, id));
}

/** What pages and exports narrow by, each naming the other customer or something of it. */
function asked(ids: Ids): string {
  const [customer = '', item = '', document = '', intent = ''] = [
    ids.get('customers'),
    ids.get('open_items'),
    ids.get('documents'),
    ids.get('payment_intents'),
  ];
  return new URLSearchParams({
    customer,
    item,
    invoice: document,
    document,
    id: customer,
    intent,
    of: customer,
  }).toString();
}

test('every page, file and address of the build shows a customer’s person nothing of another customer', async ({
  page,
  browser,
}) => {
  test.setTimeout(900_000);
  const { mark, otherId, own, ids } = await twoCustomers(page, browser);
  // Who may see it does: the marks can be found.
  expect(await (await page.request.get(`/customers/${otherId}`)).text()).toContain(mark);
  expect(await (await own.request.get('/portal')).text()).toContain('OWN-1');
  const routes = builtRoutes();
  expect(routes.length).toBeGreaterThan(150);
  const wrong: string[] = [];
  for (const { route } of routes) {
    // An open page hears of news for as long as it is open; the other is what Next shows when nothing else can be.
    if (route === '/live' || route === '/_global-error') continue;
    const addresses = addressesOf(route, ids).flatMap((address) => [address, `${address}?${asked(ids)}`]);
    for (const address of addresses) {
      const answer = await own.request.get(address, { maxRedirects: 0, timeout: 60_000 });
      const text = await answer.text();
      if (text.includes(mark)) wrong.push(`${address} shows it`);
      if (answer.status() >= 500) wrong.push(`${address} answers ${answer.status()}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** What a person of a customer may post, with ids of the other one; the rest of the actions must refuse the role at once. */
const MAY_POST: Readonly<Record<string, (ids: Ids) => Readonly<Record<string, string>>>> = {
  'app/(portal)/portal/pay/actions.ts pay': (ids) => ({
    requestId: crypto.randomUUID(),
    currency: 'USD',
    amount: '10',
    provider: 'transfer',
    item: of(ids, 'open_items'),
  }),
  'app/(portal)/portal/invoices/[id]/wrong/actions.ts tellWrong': (ids) => ({
    requestId: crypto.randomUUID(),
    documentId: of(ids, 'documents'),
    currency: 'USD',
    what: 'Something else',
  }),
  'app/(portal)/portal/promise/actions.ts promise': (ids) => ({
    requestId: crypto.randomUUID(),
    currency: 'USD',
    amount: '10',
    promisedFor: '+3',
    item: of(ids, 'open_items'),
  }),
  'app/(portal)/portal/payments/actions.ts announce': (ids) => ({
    requestId: crypto.randomUUID(),
    intentId: of(ids, 'payment_intents'),
    sentOn: 'today',
  }),
  'app/(portal)/portal/payments/actions.ts withdraw': (ids) => ({
    requestId: crypto.randomUUID(),
    intentId: of(ids, 'payment_intents'),
  }),
  'app/(portal)/portal/account/actions.ts removeContact': (ids) => ({
    requestId: crypto.randomUUID(),
    contactId: of(ids, 'contacts'),
  }),
  'app/(portal)/portal/account/actions.ts removePerson': (ids) => ({
    requestId: crypto.randomUUID(),
    membershipId: of(ids, 'memberships'),
  }),
  'app/(portal)/portal/account/actions.ts switchAccount': (ids) => ({ membershipId: of(ids, 'memberships') }),
  'app/(staff)/account/actions.ts endSessionAction': (ids) => ({ sessionId: of(ids, 'sessions') }),
  'app/(staff)/customers/[id]/portal/actions.ts removeFromPortal': theirs,
  'app/(staff)/customers/[id]/portal/actions.ts resetInPortal': theirs,
  'app/(staff)/customers/[id]/portal/actions.ts lookAsCustomer': (ids) => ({
    customerId: of(ids, 'customers'),
  }),
  'app/(staff)/settings/people/credential-actions.ts resetCredentials': (ids) => ({
    membershipId: of(ids, 'memberships'),
  }),
  'app/(staff)/settings/people/credential-actions.ts removeFactor': (ids) => ({
    membershipId: of(ids, 'memberships'),
  }),
  'app/(staff)/settings/people/credential-actions.ts requireFactor': () => ({ required: 'yes' }),
  'app/(staff)/aging/actions.ts tasteAction': () => ({ buckets: '6', density: 'compact' }),
};

/** About whoever posts them, and nobody else: they take no id. Or for visitors, before there is anybody. */
const OWN_OR_PUBLIC = new Set([
  'app/(portal)/portal/account/actions.ts addContact',
  'app/(portal)/portal/account/actions.ts close',
  'app/(portal)/portal/account/actions.ts invite',
  'app/(portal)/portal/account/actions.ts saveFacts',
  'app/(portal)/portal/looking.ts stopLooking',
  'app/(public)/invite/[token]/actions.ts joinAction',
  'app/(public)/invite/[token]/actions.ts joinWithLoginAction',
  'app/(public)/register/actions.ts registerAction',
  'app/(public)/reset/actions.ts askResetAction',
  'app/(public)/reset/actions.ts chooseResetAction',
  'app/(public)/sample/actions.ts openSampleAction',
  'app/(public)/second-factor/actions.ts enrolAction',
  'app/(public)/sign-in/actions.ts signInAction',
  'app/(public)/sign-in/code/actions.ts codeAction',
  'app/(public)/new-email/actions.ts confirmNewEmailAction',
  'app/(public)/sign-in/link/actions.ts askLinkAction',
  'app/(public)/sign-in/link/actions.ts enterByLinkAction',
  'app/(public)/welcome/actions.ts createSampleAction',
  'app/(staff)/account/actions.ts newEmailAction',
  'app/(staff)/account/actions.ts passwordAction',
  'app/(staff)/account/actions.ts renameAction',
  'app/(staff)/account/factor-actions.ts factorAction',
  'app/(staff)/account/taste-actions.ts ownTasteAction',
  'app/_auth/actions.ts signOut',
]);

function of(ids: Ids, table: string): string {
  const id = ids.get(table);
  if (!id) throw new Error(`the other customer has no row in ${table}`);
  return id;
}

function theirs(ids: Ids): Readonly<Record<string, string>> {
  return {
    requestId: crypto.randomUUID(),
    customerId: of(ids, 'customers'),
    membershipId: of(ids, 'memberships'),
  };
}

/** Posts a server action as React does: what it was last answered, and a form. */
async function post(
  page: Page,
  { id, route }: BuiltAction,
  fields: Readonly<Record<string, string>>,
  ids: Ids,
) {
  const multipart = new FormData();
  for (const [name, value] of Object.entries(fields)) multipart.append(`_1_${name}`, value);
  multipart.append('0', JSON.stringify([{ status: 'idle' }, '$K1']));
  const headers = { 'Next-Action': id, Accept: 'text/x-component', Origin: process.env.E2E_URL ?? '' };
  const [address = route] = addressesOf(route, ids);
  return page.request.post(address, { headers, multipart, maxRedirects: 0, timeout: 60_000 });
}

/** What the action said: its answer stands in what React gets. */
async function said(answer: APIResponse): Promise<string> {
  return (await answer.text()).split('\n').find((line) => line.includes('"status"')) ?? `${answer.status()}`;
}

test('every action of the build, posted by a customer’s person with ids of another, changes nothing of that one', async ({
  page,
  browser,
}) => {
  test.setTimeout(600_000);
  const { books, mark, otherId, own, ids } = await twoCustomers(page, browser);
  const orgId = books.actor.org.id;
  const before = await stateOf(orgId, otherId);
  expect(before).toContain(mark);
  const actions = builtActions();
  expect(actions.length).toBeGreaterThan(100);
  const wrong: string[] = [];
  for (const action of actions) {
    if (OWN_OR_PUBLIC.has(action.name)) continue;
    const fields = MAY_POST[action.name];
    const answer = await post(own, action, fields?.(ids) ?? { requestId: crypto.randomUUID() }, ids);
    const words = await said(answer);
    if (words.includes(mark)) wrong.push(`${action.name} shows it: ${words}`);
    if (words.includes('"done"')) wrong.push(`${action.name} did it: ${words}`);
    // A new action is either for staff alone, and says so, or is listed above with what it could be misused for.
    if (!fields && !words.includes('Your role cannot do this'))
      wrong.push(`${action.name} answers: ${words}`);
    if (fields && words.includes('out of date')) wrong.push(`${action.name} was not tried: ${words}`);
  }
  expect(wrong).toEqual([]);
  expect(await stateOf(orgId, otherId)).toBe(before);
  // The way of posting works: of one's own it changes something.
  const saveFacts = actions.find(({ name }) => name.endsWith('account/actions.ts saveFacts'));
  if (!saveFacts) throw new Error('the action is gone');
  const form = { requestId: crypto.randomUUID(), email: '', phone: '555 0100', address: '' };
  expect(await said(await post(own, saveFacts, form, ids))).toContain('"done"');
});

test('every route handler refuses what a customer’s person writes to it', async ({ page, browser }) => {
  test.setTimeout(600_000);
  const { books, otherId, own, ids } = await twoCustomers(page, browser);
  const before = await stateOf(books.actor.org.id, otherId);
  const headers = { Origin: process.env.E2E_URL ?? '' };
  const wrong: string[] = [];
  for (const { route, isPage } of builtRoutes()) {
    if (isPage || route.startsWith('/api/auth/')) continue;
    const [address = route] = addressesOf(route, ids);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await own.request.fetch(address, { method, headers, data: {}, maxRedirects: 0 });
      if (answer.status() < 400 || answer.status() >= 500)
        wrong.push(`${method} ${address} answers ${answer.status()}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await stateOf(books.actor.org.id, otherId)).toBe(before);
});
