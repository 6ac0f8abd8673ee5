import path from 'node:path';
import { type DataSet, readRecords } from './data';
import { type Prediction, type Score, score } from './score';

/** Figures of a score that were published. */
type Published = Partial<Record<'mae' | 'auc' | 'crps' | 'cover80', number>>;

/** What somebody else's program said of its own predictions: the figures that ours must give before it may judge. */
const FROZEN_FIGURES: Record<DataSet['name'], Record<FrozenMethod, Published>> = {
  highradius: {
    global: { mae: 4.5175 },
    customer: { mae: 2.946, auc: 0.8082 },
    eb: { mae: 2.8981, auc: 0.8082 },
    hier: { mae: 2.7668, auc: 0.8491, crps: 2.1278, cover80: 0.8876 },
    gbm: { mae: 2.6115, auc: 0.8666 },
  },
  ibm: {
    global: { mae: 10.0057 },
    customer: { mae: 6.2661, auc: 0.8667 },
    eb: { mae: 6.2213, auc: 0.8727 },
    hier: { mae: 6.2053, auc: 0.8716, crps: 4.4239, cover80: 0.8314 },
    gbm: { mae: 6.0149, auc: 0.8632 },
  },
};

/** A method whose predictions are frozen. */
export type FrozenMethod = 'global' | 'customer' | 'eb' | 'hier' | 'gbm';

/** The frozen methods, the plainest first. */
export const FROZEN_METHODS: readonly FrozenMethod[] = ['global', 'customer', 'eb', 'hier', 'gbm'];

/** The figures of each method over its frozen predictions. */
export function frozenScores(folder: string, name: DataSet['name']): Record<FrozenMethod, Score> {
  const rows = readRecords(path.join(folder, `bench/${name}_test_predictions.csv`));
  const of = (method: FrozenMethod) => score(rows.map((row) => readPrediction(row, method)));
  return { global: of('global'), customer: of('customer'), eb: of('eb'), hier: of('hier'), gbm: of('gbm') };
}

function readPrediction(row: Record<string, string>, method: FrozenMethod): Prediction {
  const number = (column: string) => {
    const text = row[`${method}_${column}`];
    return text === undefined ? null : Number(text);
  };
  return {
    actual: Number(row.days_late),
    median: number('median') ?? Number.NaN,
    late: number('late_prob'),
    q10: number('q10'),
    q90: number('q90'),
    crps: number('crps_term'),
  };
}

/** The published figures of a method that our scorer does not give, in words; none when it may judge. */
export function scorerFailures(name: DataSet['name'], method: FrozenMethod, found: Score): string[] {
  const { mae, auc, crps, cover80 } = FROZEN_FIGURES[name][method];
  const pairs = [
    ['MAE', mae, found.mae],
    ['AUC', auc, found.auc],
    ['CRPS', crps, found.crps],
    ['80 % cover', cover80, found.cover80],
  ] as const;
  return pairs.flatMap(([figure, published, ours]) =>
    published === undefined || (ours !== null && Math.abs(ours - published) < HALF_A_DIGIT)
      ? []
      : `${figure} of ${method} on ${name} is ${ours}, not ${published}`,
  );
}

/** Figures were published to four decimals. */
const HALF_A_DIGIT = 0.000_05 + 1e-9;
