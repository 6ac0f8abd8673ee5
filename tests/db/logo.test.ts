import { expect, test } from 'vitest';
import { documentFile, receiptFile } from '@/components/pdf/paper-files';
import { renderPdf } from '@/components/pdf/render';
import { StatementFile } from '@/components/pdf/statement-file';
import { queueMails } from '@/db/commands/queue-mail';
import { removeLogo } from '@/db/commands/remove-logo';
import { readLogo, setLogo } from '@/db/commands/set-logo';
import { letterhead } from '@/db/queries/letterhead';
import { logoFacts, logoFile } from '@/db/queries/logo';
import { printedDocument } from '@/db/queries/printed-documents';
import { receiptOf } from '@/db/queries/receipts';
import { statementPaper } from '@/db/queries/statement-paper';
import { activity } from '@/db/schema/activity';
import { sendMailsDue } from '@/jobs/mails';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { toInstant } from '@/lib/domain/instants';
import { mailServer } from '@/lib/integrations/smtp';
import { MAX_LOGO_BYTES } from '@/lib/logo';
import { readPicture } from '@/lib/read-picture';
import { jpeg, png } from '../pictures';
import { smtpSink } from '../smtp-sink';
import { createWorld, day, owner, refusalOf } from '../world';
import { mailRows, receipt } from './mail/outbox';

type World = Awaited<ReturnType<typeof createWorld>>;

const set = async (w: World, bytes: Uint8Array) => {
  const picture = await readLogo(bytes);
  return w.write((tx) => setLogo(tx, w.admin, picture));
};
const deeds = async (w: World) =>
  (await w.read((tx) => tx.select().from(activity).orderBy(activity.sequence)))
    .filter(({ verb }) => verb.startsWith('logo_'))
    .map(({ verb }) => verb);

test('a picture becomes that of the business, is changed, and taken away, and each is noted', async () => {
  const w = await createWorld();
  expect(await w.read(letterhead)).toMatchObject({ seller: w.org.name, logo: null });
  const facts = await set(w, await png());
  expect(facts).toMatchObject({ width: 6, height: 4, fileHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect((await w.read(letterhead)).logo).toEqual(facts);
  expect(await w.read(logoFacts, w.customer())).toEqual(facts);
  const kept = await w.read(logoFile, w.customer());
  expect(kept).toMatchObject({ mediaType: 'image/png', ...facts });
  expect(kept?.bytes).toEqual((await readPicture(await png()))?.bytes);

  await set(w, await jpeg());
  expect(await w.read(logoFile)).toMatchObject({ mediaType: 'image/jpeg' });
  expect(await w.write((tx) => removeLogo(tx, w.admin))).toBe(true);
  expect(await w.read(logoFacts)).toBeNull();
  expect(await deeds(w)).toEqual(['logo_changed', 'logo_changed', 'logo_removed']);
});

test('the same picture again changes nothing, and neither does taking away what is not there', async () => {
  const w = await createWorld();
  expect(await w.write((tx) => removeLogo(tx, w.admin))).toBe(false);
  const first = await set(w, await png());
  expect(await set(w, Buffer.concat([await png(), Buffer.from('again')]))).toEqual(first);
  expect(await deeds(w)).toEqual(['logo_changed']);
});

test('what is no picture, is broken, or is too large is refused, and the picture stays', async () => {
  const w = await createWorld();
  const { fileHash } = await set(w, await png());
  const padding = Buffer.alloc(MAX_LOGO_BYTES);
  for (const bytes of [
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    new Uint8Array(),
    (await png()).subarray(0, 60),
    await png({ width: 24_000, height: 1_001 }),
    Buffer.concat([await png(), padding]),
  ])
    expect(await refusalOf(set(w, bytes))).toBe('invalid');
  expect(await w.read(logoFacts)).toMatchObject({ fileHash });
  expect(await deeds(w)).toEqual(['logo_changed']);
});

test('of two that are brought at the same moment one comes after the other, and both are noted', async () => {
  const w = await createWorld();
  const [a, b] = await Promise.all([set(w, await png()), set(w, await jpeg())]);
  const now = await w.read(logoFacts);
  expect([a.fileHash, b.fileHash]).toContain(now?.fileHash);
  expect(await deeds(w)).toEqual(['logo_changed', 'logo_changed']);
});

test('another organization neither sees nor loses one, a manager and a customer cannot bring one', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  const { fileHash } = await set(w, await png());
  expect(await other.read(logoFile)).toBeNull();
  expect(await other.read(logoFacts, other.customer())).toBeNull();
  await set(other, await jpeg());
  await other.write((tx) => removeLogo(tx, other.admin));
  expect(await w.read(logoFacts)).toMatchObject({ fileHash });
  const picture = await readLogo(await jpeg());
  for (const actor of [w.manager, { ...w.admin, ...w.customer() }])
    await expect(w.write((tx) => setLogo(tx, w.admin, picture), actor)).rejects.toMatchObject({
      cause: { code: '42501' },
    });
  expect(await w.read(logoFacts)).toMatchObject({ fileHash });
});

test('invoices, statements and receipts carry it as files, in PNG with and without transparency and in JPEG', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(120_000, '2026-03-31');
  const { documentId: paymentId } = await w.pay(120_000, '2026-04-01');
  const files = async () => {
    const read = await w.read(async (tx) => ({
      document: await printedDocument(tx, documentId),
      receipt: await receiptOf(tx, paymentId),
      head: await letterhead(tx),
      logo: await logoFile(tx),
      statement: await statementPaper(tx, {
        customerId: w.customerId,
        currency: null,
        from: null,
        asOf: day('2026-04-30'),
        knownAt: toInstant('2099-01-01T00:00:00Z'),
        bounds: DEFAULT_BOUNDS,
      }),
    }));
    const { document, statement, head, logo } = read;
    if (!document || !statement || !read.receipt) throw new Error('not read');
    const made = await Promise.all([
      renderPdf(documentFile(document, head, logo).draw),
      renderPdf(receiptFile(read.receipt, head, logo).draw),
      renderPdf(() => StatementFile({ content: statement, logo, madeAt: new Date(0) })),
    ]);
    return made.map(
      (file) =>
        Buffer.from(file)
          .toString('latin1')
          .match(/\/Subtype \/Image/g)?.length ?? 0,
    );
  };
  expect(await files()).toEqual([0, 0, 0]);
  await set(w, await png());
  expect(await files()).toEqual([1, 1, 1]);
  await set(w, await png({ alpha: 0.5 }));
  // The picture, and how much of it shows.
  expect(await files()).toEqual([2, 2, 2]);
  await set(w, await jpeg());
  expect(await files()).toEqual([1, 1, 1]);
});

test('a mail brings it along and shows that: reading it loads nothing from anywhere', async () => {
  const w = await createWorld();
  await set(w, await png());
  const at = await smtpSink();
  process.env.SMTP_URL = at.url;
  const server = mailServer();
  delete process.env.SMTP_URL;
  await w.write((tx) => queueMails(tx, w.admin, [receipt({})]));
  await sendMailsDue(server);
  const [row] = await mailRows(w.org.id);
  const raw = at.mails.find((mail) => mail.messageId === row?.message_id)?.raw ?? '';
  server?.close();
  await at.close();
  expect(row).toMatchObject({ state: 'sent' });
  expect(row?.html).toContain(`<img alt="${w.org.name}"`);
  expect([...(row?.html ?? '').matchAll(/<img[^>]*src="([^"]*)"/g)].map((found) => found[1])).toEqual([
    'cid:logo',
  ]);
  expect(raw).toMatch(/Content-Type: image\/png; name=logo\.png/);
  expect(raw).toContain('Content-ID: <logo>');
  expect(raw).toMatch(/Content-Disposition: inline; filename=logo\.png/);
  expect(raw.replaceAll(/\s/g, '')).toContain(
    Buffer.from((await readPicture(await png()))?.bytes ?? []).toString('base64'),
  );
  expect(
    (await owner`select 1 from mails where org_id = ${w.org.id} and html like '%src="http%'`).length,
  ).toBe(0);
});
