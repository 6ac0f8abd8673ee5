import { expect, test } from 'vitest';
import { lastRecorded } from '@/db/queries/last-recorded';
import { statementPaper } from '@/db/queries/statement-paper';
import { drawFile } from '@/jobs/draw-file';
import { mailFiles } from '@/jobs/mail-files';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day } from '../../world';

test('while the statement of hundreds of invoices is drawn, the worker goes on with what else it does', async () => {
  const w = await createWorld();
  for (let n = 0; n < 200; n += 1) await w.invoice(1_000 + n, '2026-02-01');
  const params = {
    kind: 'statement',
    customer: 'Acme',
    asOf: day('2026-03-31'),
    currency: 'USD',
    amountMinor: toMinor(0),
    lateMinor: toMinor(0),
  } as const;
  const mail = { params, documentId: null, customerId: w.customerId };
  const draw = () => mailFiles(w.admin, mail, null);
  await draw();
  let ticks = 0;
  const ticking = setInterval(() => {
    ticks += 1;
  }, 1);
  const [file] = await draw();
  clearInterval(ticking);
  expect(file?.filename).toBe('statement_acme_2026-03-31.pdf');
  expect(
    Buffer.from(file?.content ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  // Drawn here it would be one piece of work, in which no timer comes.
  expect(ticks).toBeGreaterThan(10);
});

test('one file that cannot be drawn keeps none of the others from being drawn', async () => {
  const w = await createWorld();
  await w.invoice(10_000, '2026-03-31', { number: 'A-1' });
  const content = await w.read(async (tx) =>
    statementPaper(tx, {
      customerId: w.customerId,
      currency: 'USD',
      from: null,
      asOf: day('2026-03-31'),
      knownAt: await lastRecorded(tx),
      bounds: w.org.bounds,
    }),
  );
  if (!content) throw new Error('no statement');
  const draw = (timeZone: string) =>
    drawFile({ kind: 'statement', content: { ...content, timeZone }, logo: null });
  const drawn = await Promise.allSettled([draw('UTC'), draw('Nowhere/None'), draw('UTC')]);
  expect(drawn.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
