// Sends mails by several workers that are killed at random while the mail server drops connections and says "not now": none may be
// lost, and what arrives twice carries one Message-ID.
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';
import { queueMails } from '@/db/commands/queue-mail';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { smtpSink } from '@/tests/smtp-sink';

/** How much is sent, and how often a worker dies of it. */
interface KillRun {
  readonly mails: number;
  readonly kills: number;
  readonly workers: number;
}

/** What became of it. `repeats`: mails that arrived more than once; `strangers`: Message-IDs that no mail has. */
interface KillFigures {
  readonly lost: number;
  readonly repeats: number;
  readonly strangers: number;
  readonly unsent: number;
  readonly refusedByServer: number;
  readonly seconds: number;
}

/** Plays it in the business of `actor`. Time is hurried where a mail would wait: for its next attempt, or for a lost worker. */
export async function killMailWorkers(
  owner: postgres.Sql,
  actor: StaffActor,
  { mails, kills, workers }: KillRun,
): Promise<KillFigures> {
  const began = Date.now();
  let refused = 0;
  const busy = () => (Math.random() < 0.05 ? ((refused += 1), 451) : null);
  const sink = await smtpSink({ message: busy });
  await withScope(actor, 'write', (tx) => queueMails(tx, actor, Array.from({ length: mails }, mailTo)));
  const alive = new Set<ChildProcess>();
  const start = () => alive.add(spawnWorker(sink.url));
  for (let at = 0; at < workers; at += 1) start();
  const step = Math.floor(mails / (kills + 1));
  for (let kill = 1; kill <= kills; kill += 1) {
    await until(() => sink.mails.length >= kill * step, 120_000);
    const [victim] = [...alive].toSorted(() => Math.random() - 0.5);
    if (victim) {
      victim.kill('SIGKILL');
      alive.delete(victim);
    }
    start();
    // Mails of the dead are taken up after 90 s; those of the living are younger than that.
    await owner`update mails set claimed_at = claimed_at - interval '80 seconds', send_after = least(send_after, now())
      where org_id = ${actor.org.id} and state in ('queued', 'sending') and claimed_at < now() - interval '10 seconds'`;
  }
  const left = async () =>
    Number(
      (
        await owner`select count(*)::int as n from mails
    where org_id = ${actor.org.id} and state <> 'sent'`
      )[0]?.n,
    );
  const deadline = Date.now() + 300_000;
  while ((await left()) > 0 && Date.now() < deadline) {
    await owner`update mails set send_after = now() where org_id = ${actor.org.id} and state = 'queued'`;
    await owner`update mails set claimed_at = claimed_at - interval '80 seconds'
      where org_id = ${actor.org.id} and state = 'sending' and claimed_at < now() - interval '10 seconds'`;
    await sleep(1_000);
  }
  for (const child of alive) child.kill('SIGKILL');
  const rows = await owner<
    { message_id: string }[]
  >`select message_id from mails where org_id = ${actor.org.id}`;
  // Workers send what other businesses wait for as well.
  const all = await owner<{ message_id: string }[]>`select message_id from mails`;
  const known = new Set(all.map((row) => row.message_id));
  const arrived = sink.mails.map((mail) => mail.messageId);
  const [ids, seen] = [new Set(rows.map((row) => row.message_id)), new Set(arrived)];
  const figures = {
    lost: [...ids].filter((id) => !seen.has(id)).length,
    repeats: arrived.length - seen.size,
    strangers: [...seen].filter((id) => !known.has(id)).length,
    unsent: await left(),
    refusedByServer: refused,
    seconds: Math.round((Date.now() - began) / 1_000),
  };
  await sink.close();
  return figures;
}

function mailTo(_: unknown, at: number) {
  return {
    to: { name: `Person ${at}`, address: `person${at}@example.com`, language: 'en' as const },
    params: { kind: 'account_closed', name: `Person ${at}`, owed: [] } as const,
  };
}

function spawnWorker(url: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'bench/mail-worker.ts'], {
    env: { ...process.env, SMTP_URL: url, TSX_TSCONFIG_PATH: 'tsconfig.server.json' },
    stdio: 'ignore',
  });
}

async function until(isSo: () => boolean, within: number): Promise<void> {
  const deadline = Date.now() + within;
  while (!isSo() && Date.now() < deadline) await sleep(20);
}
