import { standingInvariants } from '@/db/queries/verify';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { type CliCommand, readOptions, say } from './command';
import { actorFor, everyActor } from './organization';

/** Milliseconds that a ledger of a million rows may take. */
const WITHIN = 10 * 60_000;

/** `verify`: whether the books hold what they promise. */
export const verify: CliCommand = {
  usage: `verify [--org ORG]
Checks every standing invariant of one business or of all, and ends with 1 when one is broken.`,
  prepare(args) {
    const { org } = readOptions(args, { org: { type: 'string' } });
    return async () => {
      const actors = org === undefined ? await everyActor() : [await actorFor(org)];
      let broken = 0;
      for (const actor of actors) broken += await verifyOne(actor);
      if (actors.length === 0) say('There are no books yet.');
      return broken === 0 ? 0 : 1;
    };
  },
};

/** Says what holds, and answers how many invariants do not. */
async function verifyOne(actor: StaffActor): Promise<number> {
  const results = await withScope(actor, 'read', standingInvariants, WITHIN);
  const broken = results.filter((result) => result.broken > 0);
  say(`${actor.org.name} (${actor.org.id})`);
  for (const { name, broken: rows, examples } of results) {
    say(rows === 0 ? `  holds   ${name}` : `  BROKEN  ${name}: ${rows} rows`);
    for (const example of examples) say(`          ${JSON.stringify(example)}`);
  }
  return broken.length;
}
