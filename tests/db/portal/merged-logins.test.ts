import { expect, test, vi } from 'vitest';
import { invitationOf, joinAnew, joinWithLogin } from '@/app/_auth/invitation';
import { signInWithPassword } from '@/app/_auth/sign-in';
import { acceptInvitation } from '@/db/commands/accept-invitation';
import { createCustomer } from '@/db/commands/create-customer';
import { inviteUser } from '@/db/commands/invite-user';
import { mergeCustomer } from '@/db/commands/merge-customer';
import { postInvoice } from '@/db/commands/post-invoice';
import { removePortalPerson } from '@/db/commands/remove-portal-person';
import { undoMerge } from '@/db/commands/undo-merge';
import { customerTimeline } from '@/db/queries/customer-timeline';
import { portalDocument } from '@/db/queries/portal-documents';
import { portalPeople } from '@/db/queries/portal-people';
import { withScope } from '@/db/scope';
import { toMinor } from '@/lib/domain/money';
import { day, owner } from '../../world';
import { newAdmin, newDevice, newEmail, PASSWORD, sessionOf } from '../auth/people';

const ON = day('2026-04-01');

/** A business that has Acme twice, each with an invoice, and ways to let people in. */
async function twice() {
  const { actor: staff } = await newAdmin();
  const write = <T>(work: Parameters<typeof withScope<T>>[2]) => withScope(staff, 'write', work);
  const add = async (name: string) => {
    const { customerId } = await write((tx) => createCustomer(tx, staff, { name }));
    const lines = [{ description: 'Goods', quantity: '1', unitPriceMinor: toMinor(10_000), taxPercent: '0' }];
    const { documentId } = await write((tx) =>
      postInvoice(tx, staff, { customerId, invoiceDate: day('2026-02-01'), lines, source: 'staff' }),
    );
    return { customerId, documentId };
  };
  const [acme, again] = [await add('Acme'), await add('ACME Inc')];
  const invite = (email: string, customerId: string) =>
    write((tx) => inviteUser(tx, staff, { email, name: 'Dana Webb', role: 'customer', customerId }));
  const letIn = async (customerId: string) => {
    const email = newEmail();
    await joinAnew({ token: (await invite(email, customerId)).token, name: 'Dana Webb', password: PASSWORD });
    const { sessionId } = await signInWithPassword({ email, password: PASSWORD }, newDevice());
    return { email, sessionId };
  };
  const people = async (customerId: string) => {
    const found = await withScope({ kind: 'auth' }, 'read', (tx) =>
      portalPeople(tx, { orgId: staff.org.id, customerId }),
    );
    return found.map(({ email, membershipId }) => ({ email, membershipId }));
  };
  const merge = () =>
    write((tx) =>
      mergeCustomer(tx, staff, { customerId: again.customerId, intoId: acme.customerId, on: ON }),
    );
  const undo = () => write((tx) => undoMerge(tx, staff, { customerId: again.customerId, on: ON }));
  return { staff, write, acme, again, invite, letIn, people, merge, undo };
}

/** Whether the person of a session is shown a document in the portal. */
async function seen(sessionId: string, documentId: string): Promise<boolean> {
  const session = await sessionOf(sessionId);
  if (!session) return false;
  return (await withScope(session.actor, 'read', (tx) => portalDocument(tx, documentId))) !== null;
}

test('who signed in for the merged customer sees the one that goes on, in the same browser, and the old one no more', async () => {
  const { acme, again, letIn, people, merge, staff } = await twice();
  const dana = await letIn(again.customerId);
  expect([await seen(dana.sessionId, again.documentId), await seen(dana.sessionId, acme.documentId)]).toEqual(
    [true, false],
  );
  await merge();
  expect([await seen(dana.sessionId, again.documentId), await seen(dana.sessionId, acme.documentId)]).toEqual(
    [false, true],
  );
  expect((await people(acme.customerId)).map(({ email }) => email)).toEqual([dana.email]);
  expect(await people(again.customerId)).toEqual([]);
  const { entries } = await withScope(staff, 'read', (tx) =>
    customerTimeline(tx, acme.customerId, { timeZone: staff.org.timeZone, after: null }),
  );
  const moved = entries.filter((entry) => entry.type === 'deed' && entry.verb === 'portal_person_moved');
  expect(moved).toMatchObject([
    { before: { customer: 'ACME Inc' }, after: { email: dana.email, customer: 'Acme' } },
  ]);
});

test('undoing a merge takes whoever it moved out of the account of the other again', async () => {
  const { acme, again, letIn, people, merge, undo } = await twice();
  const [dana, cleo] = [await letIn(again.customerId), await letIn(acme.customerId)];
  await merge();
  await undo();
  expect([await seen(dana.sessionId, again.documentId), await seen(dana.sessionId, acme.documentId)]).toEqual(
    [true, false],
  );
  expect((await people(acme.customerId)).map(({ email }) => email)).toEqual([cleo.email]);
  expect((await people(again.customerId)).map(({ email }) => email)).toEqual([dana.email]);
});

test('who could sign in for both keeps one login, and undoing gives the other back', async () => {
  const { acme, again, invite, letIn, people, merge, undo } = await twice();
  const dana = await letIn(acme.customerId);
  const { token } = await invite(dana.email, again.customerId);
  await joinWithLogin({ token, password: PASSWORD }, newDevice());
  const [before] = await people(acme.customerId);
  await merge();
  expect(await people(acme.customerId)).toEqual([before]);
  expect(await people(again.customerId)).toEqual([]);
  await undo();
  expect([(await people(acme.customerId)).length, (await people(again.customerId)).length]).toEqual([1, 1]);
});

test('a merge gives nobody back what was taken away, and ends invitations that wait', async () => {
  const { acme, again, invite, letIn, people, merge, staff } = await twice();
  const dana = await letIn(acme.customerId);
  const { token } = await invite(dana.email, again.customerId);
  await joinWithLogin({ token, password: PASSWORD }, newDevice());
  const [own] = await people(acme.customerId);
  await withScope({ kind: 'auth', org: staff.org }, 'write', (tx) =>
    removePortalPerson(tx, staff, {
      customerId: acme.customerId,
      membershipId: own?.membershipId ?? '',
    }),
  );
  const { token: waiting } = await invite(newEmail(), again.customerId);
  expect(await invitationOf(waiting)).not.toBeNull();
  await merge();
  expect(await people(acme.customerId)).toEqual([]);
  expect(await people(again.customerId)).toEqual([]);
  expect(await invitationOf(waiting)).toBeNull();
});

test('whoever accepts an invitation at the moment of the merge goes along too', async () => {
  const { acme, again, invite, people, merge, staff } = await twice();
  const email = newEmail();
  const { token } = await invite(email, again.customerId);
  const { promise: isMerging, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: isAccepted, resolve: accepted } = Promise.withResolvers<void>();
  const accepting = withScope(
    { kind: 'auth', org: staff.org },
    'write',
    async (tx) => {
      await acceptInvitation(tx, { token, name: 'Dana Webb', login: { passwordHash: 'none' } });
      accepted();
      await isMerging;
    },
    15_000,
  );
  await isAccepted;
  const merging = merge();
  await vi.waitFor(async () => {
    const waiting = await owner`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%app.recorded_at()%'`;
    expect(waiting.length).toBeGreaterThan(0);
  }, 20_000);
  goOn();
  await accepting;
  await merging;
  expect((await people(acme.customerId)).map((person) => person.email)).toEqual([email]);
  expect(await people(again.customerId)).toEqual([]);
});

test('nobody of another business is moved by a merge', async () => {
  const [one, other] = [await twice(), await twice()];
  const theirs = await other.letIn(other.again.customerId);
  await one.merge();
  expect(await seen(theirs.sessionId, other.again.documentId)).toBe(true);
  expect(await other.people(other.acme.customerId)).toEqual([]);
});
