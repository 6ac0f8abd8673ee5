// The forecast of payment days and cash against real invoices, beside the methods it was compared with.
import { row } from '../measure';
import { dueDateCash, forecastCash, missed } from './cash';
import { type DataSet, dataFolder, highRadius, ibm } from './data';
import { FROZEN_METHODS, type FrozenMethod, frozenScores, scorerFailures } from './frozen';
import { missedGates } from './gates';
import { chosenPooling, rollingPredictions } from './rolling';
import { type Score, score } from './score';

const NAMES: Record<FrozenMethod, string> = {
  global: "everybody's median",
  customer: "customer's median",
  eb: 'customer, shrunk',
  hier: 'customer and weekday, shrunk',
  gbm: 'gradient boosting',
};

/** Prints, for each data set, the figures of the frozen methods and ours. @throws Error when the scorer or a gate fails. */
export function benchForecast(given?: string): void {
  const folder = dataFolder(given);
  if (!folder) {
    process.stdout.write('\nforecast: no data; name their folder by --data or FORECAST_DATA\n');
    return;
  }
  for (const data of [highRadius(folder), ibm(folder)]) benchDataSet(folder, data);
}

function benchDataSet(folder: string, data: DataSet): void {
  process.stdout.write(
    `\n${row(`forecast, ${data.name}`, 'MAE days', 'AUC', 'log loss', 'CRPS', '80 % cover')}\n`,
  );
  const frozen = frozenScores(folder, data.name);
  for (const method of FROZEN_METHODS) {
    const wrong = scorerFailures(data.name, method, frozen[method]);
    if (wrong.length > 0) throw new Error(`The scorer cannot judge: ${wrong.join('; ')}`);
    process.stdout.write(`${line(NAMES[method], frozen[method])}\n`);
  }
  const begun = performance.now();
  const pooling = chosenPooling(data);
  const ours = score(rollingPredictions(data.invoices, data.test, pooling));
  process.stdout.write(`${line(`ours, "${pooling.name}" by the tuning window`, ours)}\n`);
  const cash = missed(forecastCash(data, pooling));
  process.stdout.write(
    `${row('weekly cash missed', 'due dates', missed(dueDateCash(data)), 'ours', cash)}\n` +
      `${row('chosen and forecast in', 'seconds', (performance.now() - begun) / 1000)}\n`,
  );
  const failures = missedGates(data.name, ours, cash);
  if (failures.length > 0) throw new Error(`${data.name}: ${failures.join('; ')}`);
}

function line(name: string, { mae, auc, logLoss, crps, cover80 }: Score): string {
  return row(name, ...[mae, auc, logLoss, crps, cover80].map((value) => value?.toFixed(4) ?? '–'));
}
