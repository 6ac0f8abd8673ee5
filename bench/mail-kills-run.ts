// 3,000 mails, 4 workers, 30 kills: see mail-kills.ts.
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { benchActor } from './actor';
import { killMailWorkers } from './mail-kills';

/** Prints what became of the mails. */
export async function benchMailKills(ownerUrl: string): Promise<void> {
  const owner = postgres(ownerUrl, { max: 2, onnotice() {} });
  const orgId = randomUUID();
  await owner`insert into organizations (id, name, currency, time_zone) values (${orgId}, 'Bench', 'USD', 'UTC')`;
  const figures = await killMailWorkers(owner, benchActor(orgId), { mails: 3_000, kills: 30, workers: 4 });
  process.stdout.write(`\n3,000 mails, 4 workers, 30 kills: ${JSON.stringify(figures)}\n`);
  await owner.end();
}
