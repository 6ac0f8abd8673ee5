import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { type Case, readCases } from '@/scripts/cases/case-file';
import { newBooks } from '@/scripts/cases/new-books';
import { runCase } from '@/scripts/cases/run-case';
import { ROOT } from '@/scripts/root';
import { mutants } from './case-mutants';

const FILE = path.join(ROOT, '..', 'shared', 'data', 'cases-public.json');
const present = fs.existsSync(FILE);
const cases = present ? readCases(fs.readFileSync(FILE, 'utf8')) : [];

test.describe('scenes of the tests of other products', () => {
  test('all of them hold that are not a matter of taste', async () => {
    test.skip(!present, `${FILE} is not here.`);
    const failed: unknown[] = [];
    for (const scene of cases) {
      const outcome = await runCase(scene, url(), newBooks);
      if (outcome.result !== 'passed' && !scene.isContested) failed.push([scene.id, outcome]);
    }
    expect(cases.length).toBeGreaterThan(50);
    expect(failed).toEqual([]);
  });

  for (const area of [0, 1, 2, 3])
    test(`none holds with any expectation changed, part ${area + 1} of 4`, async () => {
      test.skip(!present, `${FILE} is not here.`);
      test.setTimeout(600_000);
      const survivors: unknown[] = [];
      let count = 0;
      for (const scene of cases.filter((each, at) => at % 4 === area && !each.isContested))
        for (const { what, changed } of mutants(scene)) {
          count += 1;
          const outcome = await runCase(changed, url(), newBooks);
          if (outcome.result !== 'failed') survivors.push([scene.id, what, outcome]);
        }
      expect(count).toBeGreaterThan(20);
      expect(survivors).toEqual([]);
    });

  test('the words that only other files use hold in scenes of our own', async () => {
    const own = readCases(fs.readFileSync(path.join(ROOT, 'tests/e2e/own-cases.json'), 'utf8'));
    for (const scene of own)
      expect([scene.id, await runCase(scene, url(), newBooks)]).toEqual([scene.id, { result: 'passed' }]);
  });

  test('a rule that the product does not keep, and a sight that nobody has, is failed', async () => {
    const steps = [
      ...WRONG_RULES.map((rule) => ({ check: { overdue_rule: rule } })),
      { check: { overdue_job: { on: '2024-06-15', invoices: [{ due: '2024-06-15' }], expect: [true] } } },
    ];
    for (const step of steps)
      expect([step, (await runCase(odd(step), url(), newBooks)).result]).toEqual([step, 'failed']);
    const own = readCases(fs.readFileSync(path.join(ROOT, 'tests/e2e/own-cases.json'), 'utf8'));
    const viewer = own.find((each) => each.id === 'own-viewer');
    const seen = {
      op: 'aging',
      as_of: '2024-06-15',
      as_user: { customers: ['C1'] },
      customers_not_seen: ['C1'],
    };
    const wrong = viewer && { ...viewer, steps: [...viewer.steps.slice(0, 3), { check: { report: seen } }] };
    expect(wrong && (await runCase(wrong, url(), newBooks)).result).toBe('failed');
    const survivors: unknown[] = [];
    for (const scene of own.filter((each) => each.id === 'own-viewer' || each.id === 'own-shapes'))
      for (const { what, changed } of mutants(scene))
        if ((await runCase(changed, url(), newBooks)).result !== 'failed') survivors.push(what);
    expect(survivors).toEqual([]);
  });

  test('a word that is not known is neither passed nor failed', async () => {
    for (const step of [
      { do: 'conjure' },
      { check: { auras: {} } },
      { check: { overdue_rule: 'when the moon is full' } },
      { do: 'issue_invoice', id: 'I1', customer: 'C1', date: '2024-06-15', amount: 1, aura: 'red' },
    ])
      expect((await runCase(odd(step), url(), newBooks)).result).toBe('unsupported');
  });
});

/** Rules about overdue invoices that are not ours. */
const WRONG_RULES = [
  'due_date <= today',
  'on or after the due date',
  false,
  0,
  2,
  '3 days after due date',
  [false, true, true],
  [['2024-06-15', '2024-06-15', true]],
  [{ due: '2024-06-15', on: '2024-06-16', paid: true, expect: true }],
];

/** A scene of one step. */
function odd(step: Case['steps'][number]): Case {
  return { id: 'odd', title: '', isContested: false, config: {}, steps: [step] };
}

function url(): string {
  return process.env.E2E_URL ?? '';
}
