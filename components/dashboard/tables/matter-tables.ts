import type { PaperTable } from '@/components/paper-table';
import type { CustomerHealthTrend } from '@/db/queries/customer-health';
import type { DisputeSummary } from '@/db/queries/dispute-summary';
import type { ImportRow } from '@/db/queries/imports';
import type { PromiseSummary } from '@/db/queries/promise-summary';
import type { SlippingCustomer } from '@/db/queries/slipping';
import { WIDGET_TITLES } from '@/lib/dashboard-widgets';
import { LATELY_DAYS } from '@/lib/domain/forecast/drift';
import { BEFORE_DAYS } from '@/lib/domain/forecast/slipping';
import { type HealthBand, type HealthPart, wholeDeductions, wholeScore } from '@/lib/domain/health';
import { formatColumn, formatCount, formatDay, formatInstant } from '@/lib/format';
import { fromDueText } from '@/lib/slipping-words';
import type { WidgetMoment } from '../moment';

/** What is promised, the soonest first, and what was broken lately. */
export function promisesTable({ dueSoon, brokenLately }: PromiseSummary, at: WidgetMoment): PaperTable {
  return {
    title: WIDGET_TITLES.promises,
    words: `Promises in ${at.currency}`,
    heads: ['Customer', 'For', 'Promised', 'Received', 'State'],
    rows: [...dueSoon, ...brokenLately].map((line) => [
      line.customer,
      formatDay(line.promisedFor, { today: at.today }),
      formatColumn(line.amountMinor, at.currency),
      formatColumn(line.receivedMinor, at.currency),
      line.lastOn < at.asOf ? 'Broken' : 'Waiting',
    ]),
    total: null,
  };
}

/** What is contested, the oldest first, and why. */
export function disputesTable({ rows }: DisputeSummary, at: WidgetMoment): PaperTable {
  return {
    title: WIDGET_TITLES.disputes,
    words: `Disputes in ${at.currency}, the oldest first`,
    heads: ['Invoice', 'Customer', 'Reason', 'Since', at.currency],
    rows: rows.map((row) => [
      row.number,
      row.customer,
      row.reason,
      formatDay(row.openedOn, { today: at.today }),
      formatColumn(row.amountMinor, at.currency),
    ]),
    total: null,
  };
}

/** What each standing is called. */
export const HEALTH_WORDS: Readonly<Record<HealthBand, string>> = {
  at_risk: 'At risk',
  watch: 'Watch',
  healthy: 'Healthy',
};

/** What takes points away. */
export const HEALTH_PARTS: Readonly<Record<HealthPart, string>> = {
  P: 'How late payments come',
  O: 'How much of what is open is late',
  T: 'Later than it used to be',
  U: 'Close to the credit limit',
  B: 'Broken promises and bounced payments',
};

/** The customers that pay worst, and why. */
export function healthTable(rows: readonly CustomerHealthTrend[]): PaperTable {
  return {
    title: WIDGET_TITLES['customer-health'],
    words: 'Customer health, lowest first',
    heads: ['Customer', 'Score', 'Standing', 'Why', 'Takes most points'],
    rows: rows.map((row) => [
      row.facts.customer,
      scoreText(row),
      row.band === null ? '–' : HEALTH_WORDS[row.band],
      row.reason,
      deductionText(row),
    ]),
    total: null,
  };
}

/** "43"; "–" for a customer with too little history. */
export function scoreText({ health }: CustomerHealthTrend): string {
  return health === null ? '–' : String(wholeScore(health.score));
}

function deductionText({ health }: CustomerHealthTrend): string {
  const most = health ? wholeDeductions(health)[0] : undefined;
  return most ? `${HEALTH_PARTS[most.part]}, −${most.points}` : '–';
}

/** Who pays later than it used to and is not late yet, who owes most first. */
export function slippingTable(customers: readonly SlippingCustomer[], at: WidgetMoment): PaperTable {
  return {
    title: WIDGET_TITLES.slipping,
    words: `Not late yet, and paying later than they used to, in ${at.currency}: the middle of their payments of ${LATELY_DAYS} days, and of the ${BEFORE_DAYS - LATELY_DAYS} days before`,
    heads: ['Customer', 'Open', 'Next due', 'Before', 'Lately', 'Later than usual'],
    rows: customers.map((each) => [
      each.customer,
      formatColumn(each.openMinor, at.currency),
      formatDay(each.dueOn, { today: at.today }),
      fromDueText(each.beforeDays),
      fromDueText(each.latelyDays),
      `${each.laterCount} of ${each.recentCount}`,
    ]),
    total: null,
  };
}

/** Files that were brought lately, and what became of them. */
export function keepingTable(imports: readonly ImportRow[], { timeZone, today }: WidgetMoment): PaperTable {
  return {
    title: WIDGET_TITLES['sync-health'],
    words: 'Files that were brought lately',
    heads: ['File', 'Rows', 'State'],
    rows: imports.map((file) => [
      file.fileName,
      file.rowCount === null ? '–' : formatCount(file.rowCount),
      stateText(file, (instant) => formatInstant(instant, timeZone, today)),
    ]),
    total: null,
  };
}

/** "booked 2 Mar, 10:14": what became of a file that was brought. */
export function stateText(file: ImportRow, when: (instant: Date) => string): string {
  if (file.undoneAt) return `taken back ${when(file.undoneAt)}`;
  if (file.bookedAt) return `booked ${when(file.bookedAt)}`;
  return `not booked, brought ${when(file.createdAt)}`;
}
