import type { Case } from './case-file';
import type { Outcome } from './run-case';

/** A case and what came of it. */
export interface Ran {
  readonly scene: Case;
  readonly outcome: Outcome;
}

/** One line for a case, and a second one that says why where it did not pass. */
export function lineOf({ scene, outcome }: Ran): string {
  const contested = scene.isContested ? ' (contested)' : '';
  const head = `${outcome.result.padEnd(11)} ${scene.id}${contested}  ${scene.title}`;
  if (outcome.result === 'failed') return `${head}\n            ${outcome.why}`;
  return outcome.result === 'unsupported' ? `${head}\n            ${outcome.word}` : head;
}

/** How many there are of each; contested cases are counted apart. */
export function summaryOf(all: readonly Ran[]): string {
  const plain = all.filter((each) => !each.scene.isContested);
  const contested = all.filter((each) => each.scene.isContested);
  const apart = contested.length === 0 ? '' : `contested: ${counts(contested)}\n`;
  return `${apart}${counts(plain)}`;
}

/** Whether everything passed that has to. */
export function isSound(all: readonly Ran[]): boolean {
  return all.every(({ scene, outcome }) => scene.isContested || outcome.result !== 'failed');
}

function counts(all: readonly Ran[]): string {
  const of = (result: Outcome['result']) => all.filter((each) => each.outcome.result === result).length;
  return `${of('passed')} passed, ${of('failed')} failed, ${of('unsupported')} skipped`;
}
