import type { DataSet } from './data';
import type { Score } from './score';

/** What a forecast must reach on a data set. Set after the windows were seen: they keep it from getting worse, no more. */
const GATES = {
  highradius: { mae: 2.8, auc: 0.845, crps: 2.15, cover80: [0.85, 0.9], cash: 0.13 },
  ibm: { mae: 6.2, auc: 0.87, crps: 4.42, cover80: [0.8, 0.88], cash: 0.265 },
} as const;

/** The gates that were missed, in words; none when all were reached. `cash` is what weekly cash missed. */
export function missedGates(name: DataSet['name'], result: Score, cash: number): string[] {
  const gate = GATES[name];
  const [least, most] = gate.cover80;
  const { mae, auc, crps, cover80 } = result;
  return [
    mae > gate.mae && `MAE ${mae.toFixed(4)} is above ${gate.mae}`,
    (auc ?? 0) < gate.auc && `AUC ${auc?.toFixed(4)} is below ${gate.auc}`,
    (crps ?? 99) > gate.crps && `CRPS ${crps?.toFixed(4)} is above ${gate.crps}`,
    !(cover80 !== null && cover80 >= least && cover80 <= most) &&
      `the 80 % range covers ${cover80?.toFixed(4)}, not ${least} to ${most}`,
    cash > gate.cash && `weekly cash missed ${cash.toFixed(4)}, more than ${gate.cash}`,
  ].filter((line) => line !== false);
}
