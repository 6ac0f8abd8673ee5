import { ACTIONS } from './actions/all';
import { Api, Refused, textIn } from './api';
import { Books } from './books';
import { type Case, isWords, type Words } from './case-file';
import { CHECKS } from './checks/all';
import { configure } from './config';
import { isMeant } from './errors';
import { Given } from './given';
import { Mismatch, Unsupported } from './outcome';

/** What came of a case. */
export type Outcome =
  | { readonly result: 'passed' }
  /** What was expected where, and what was found. */
  | { readonly result: 'failed'; readonly why: string }
  /** The word that is not known. */
  | { readonly result: 'unsupported'; readonly word: string };

/** API keys of an organization: its administrator's, and one for what a customer of it may see. */
export interface Keys {
  readonly admin: string;
  readonly ofCustomer: (customerId: string) => Promise<string>;
}

/** Makes a fresh organization with this base currency. */
export type NewBooks = (baseCurrency: string) => Promise<Keys>;

/** The day that relative dates of the sources were fixed to. */
const TODAY = '2024-06-15';

/** Runs a case in books of its own. Only what goes wrong in the runner itself is thrown. */
export async function runCase(scene: Case, url: string, newBooks: NewBooks): Promise<Outcome> {
  const { base_currency } = scene.config;
  const base = typeof base_currency === 'string' ? base_currency : 'USD';
  const keys = await newBooks(base);
  const books = new Books(new Api(url, keys.admin), base, firstDay(scene.steps), {
    spare: async () => new Api(url, (await newBooks(base)).admin),
    ofCustomer: async (customerId) => new Api(url, await keys.ofCustomer(customerId)),
  });
  try {
    await configure(books, scene.config, scene.steps);
    for (const [at, step] of scene.steps.entries()) await run(books, step, `step ${at + 1}`);
    return { result: 'passed' };
  } catch (error) {
    if (error instanceof Unsupported) return { result: 'unsupported', word: error.word };
    if (error instanceof Mismatch || error instanceof Refused)
      return { result: 'failed', why: error.message };
    throw error;
  }
}

async function run(books: Books, step: Words, where: string): Promise<void> {
  if (step.do === 'repeat') return repeat(books, step, where);
  if (typeof step.do === 'string') return act(books, step, where);
  if (!isWords(step.check)) throw new Unsupported(`${where}, which neither does nor checks anything`);
  for (const [word, expected] of Object.entries(step.check)) {
    const check = CHECKS[word];
    if (!check) throw new Unsupported(`check ${word}`);
    await check(books, expected, `${where}, ${word}`);
  }
}

async function repeat(books: Books, step: Words, where: string): Promise<void> {
  const given = new Given(`${where}, repeat`, step);
  given.ignore('do');
  const [times, steps] = [given.number('times'), given.maybeList('steps') ?? []];
  given.done();
  for (let time = 1; time <= times; time += 1)
    for (const inner of steps) if (isWords(inner)) await run(books, inner, `${where}, time ${time}`);
}

async function act(books: Books, step: Words, where: string): Promise<void> {
  const word = textIn(step.do);
  const action = ACTIONS[word];
  if (!action) throw new Unsupported(`action ${word}`);
  const given = new Given(`${where}, ${word}`, step);
  given.ignore('do');
  const error = given.maybeText('expect_error');
  if (error === undefined) {
    await action(books, given);
    return given.done();
  }
  const before = await standing(books);
  const refused = await action(books, given).then(
    () => null,
    (reason: unknown) => {
      if (reason instanceof Refused) return reason;
      throw reason;
    },
  );
  given.done();
  if (!refused) throw new Mismatch(`${where}, ${word}`, error, 'done');
  const meant = isMeant(error, refused);
  if (meant === null) throw new Unsupported(`error ${error}`);
  if (!meant) throw new Mismatch(`${where}, ${word}`, error, `${refused.code}, ${refused.message}`);
  if ((await standing(books)) !== before)
    throw new Mismatch(`${where}, ${word}`, 'nothing changed', 'something changed');
}

/** Everything that is open and every payment, to see that a refusal changed nothing. */
async function standing({ api }: Books): Promise<string> {
  return JSON.stringify([
    await api.get('/open-items', { limit: 200 }),
    await api.list('/payments', { limit: 200 }),
  ]);
}

function firstDay(steps: readonly Words[]): string {
  const days = steps.flatMap((step) => (typeof step.date === 'string' ? [step.date] : []));
  return days.toSorted()[0] ?? TODAY;
}
