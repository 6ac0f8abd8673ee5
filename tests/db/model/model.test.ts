import { expect, test } from 'vitest';
import { standingInvariants } from '@/db/queries/verify';
import { addDays } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';
import { createWorld, owner } from '../../world';
import { EPOCH, randomOf } from '../random-history';
import type { World } from '../report-at';
import { ModelBooks } from './model-books';
import { anyStep, type Step } from './model-steps';

const STEPS = 60;
/** CI plays 500 histories; MODEL_HISTORIES asks for another number, SEED for the one history that failed. */
const HISTORIES = process.env.SEED ? 1 : Number(process.env.MODEL_HISTORIES ?? (process.env.CI ? 500 : 25));
const AT_ONCE = 4;

test('random histories come to what the model says, and every invariant holds after each step', {
  timeout: 1_800_000,
}, async () => {
  const first = Number(process.env.SEED ?? Date.now());
  process.stdout.write(`Model: ${HISTORIES} histories of ${STEPS} steps from seed ${first}\n`);
  let next = 0;
  let refused = 0;
  const player = async () => {
    while (next < HISTORIES) refused += await play(first + next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, player));
  // A model that allowed everything, or a history that never tried the forbidden, would prove nothing.
  expect(refused).toBeGreaterThan(HISTORIES * 2);
});

/** Plays one history and answers how many of its steps were refused. */
async function play(seed: number): Promise<number> {
  const w = await createWorld();
  const [model, random] = [new ModelBooks(), randomOf(seed)];
  let refused = 0;
  for (let i = 0; i < STEPS; i += 1) {
    const step = anyStep({ w, model, random, on: addDays(EPOCH, i) });
    const told = `seed ${seed}, step ${i}: ${step.what}`;
    if (!(await taken(step, told))) refused += 1;
    expect({ told, open: await openIn(w) }).toEqual({ told, open: model.open() });
    const broken = (await w.read(standingInvariants)).filter((result) => result.broken > 0);
    expect({ told, broken }).toEqual({ told, broken: [] });
  }
  return refused;
}

/** Takes a step in the books and, when they allow it, in the model; they must agree whether it is allowed. */
async function taken(step: Step, told: string): Promise<boolean> {
  const outcome = await step.run().then(
    (answer) => ({ answer }),
    (error: unknown) => {
      if (error instanceof Refusal) return { refusal: error };
      throw error;
    },
  );
  const isAllowed = 'answer' in outcome;
  const said = isAllowed ? 'allowed' : outcome.refusal.message;
  expect({ told, said, isAllowed }).toEqual({ told, said, isAllowed: step.isAllowed });
  if (isAllowed) step.follow(outcome.answer);
  return isAllowed;
}

/** "number/instalment: open" of what is open in the books. */
async function openIn(w: World): Promise<Record<string, number>> {
  const rows = await owner<{ key: string; open: string }[]>`
    select d.number || '/' || i.instalment as key, i.open_minor as open from open_items i
    join documents d on d.id = i.document_id where i.org_id = ${w.org.id} and i.open_minor <> 0`;
  return Object.fromEntries(rows.map((row) => [row.key, Number(row.open)]));
}
