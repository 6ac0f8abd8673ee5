import fs from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { toPlainDate } from '@/lib/domain/dates';
import { type DayNumber, dayNumber } from '@/lib/domain/forecast/delays';
import type { Settled } from '@/lib/domain/forecast/habits';

/** A settled invoice of a data set: what was owed, and when it came. */
export interface PaidInvoice extends Settled {
  readonly id: string;
  readonly invoicedOn: DayNumber;
}

/** A data set with the windows that it is judged on. */
export interface DataSet {
  readonly name: 'highradius' | 'ibm';
  readonly invoices: readonly PaidInvoice[];
  /** Invoice days, both inclusive: those that choose a pooling, and those that judge it. */
  readonly tune: readonly [DayNumber, DayNumber];
  readonly test: readonly [DayNumber, DayNumber];
  /** Days on which the cash of the open book is forecast. */
  readonly origins: readonly DayNumber[];
}

/** Where the data are: the folder given, that of FORECAST_DATA, or beside the project. Null when there are none. */
export function dataFolder(given?: string): string | null {
  const folder = path.resolve(given ?? process.env.FORECAST_DATA ?? '../shared/data');
  return fs.existsSync(path.join(folder, 'bench/benchmark.json')) ? folder : null;
}

/** A file of comma-separated values with a heading, as records. */
export function readRecords(file: string): Record<string, string>[] {
  const text = fs.readFileSync(file, 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** The invoices of HighRadius, each once. */
export function highRadius(folder: string): DataSet {
  const seen = new Set<string>();
  const invoices: PaidInvoice[] = [];
  for (const row of readRecords(path.join(folder, 'highradius/closed_40000_reconstructed.csv'))) {
    const key = [row.cust_number, row.clear_date, row.due_date, row.amount].join('|');
    if (seen.has(key)) continue;
    seen.add(key);
    invoices.push({
      id: row.row_no ?? '',
      customerId: row.cust_number ?? '',
      invoicedOn: number(row.invoice_date_est),
      dueOn: number(row.due_date),
      paidOn: number(row.clear_date),
      amountMinor: cents(row.amount),
      share: 1,
    });
  }
  return {
    name: 'highradius',
    invoices,
    tune: [number('2019-04-01'), number('2019-07-01')],
    test: [number('2019-08-01'), number('2019-10-15')],
    origins: ['04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31'].map((day) =>
      number(`2019-${day}`),
    ),
  };
}

/** The late payment histories of IBM. */
export function ibm(folder: string): DataSet {
  const rows = readRecords(path.join(folder, 'ibm/WA_Fn-UseC_-Accounts-Receivable.csv'));
  const invoices = rows.map((row) => ({
    id: row.invoiceNumber ?? '',
    customerId: row.customerID ?? '',
    invoicedOn: american(row.InvoiceDate),
    dueOn: american(row.DueDate),
    paidOn: american(row.SettledDate),
    amountMinor: cents(row.InvoiceAmount),
    share: 1,
  }));
  return {
    name: 'ibm',
    invoices,
    tune: [number('2012-07-01'), number('2013-03-31')],
    test: [number('2013-04-01'), number('2013-12-02')],
    origins: ['03-31', '04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31'].map((day) =>
      number(`2013-${day}`),
    ),
  };
}

function number(day: string | undefined): DayNumber {
  return dayNumber(toPlainDate(day ?? ''));
}

function american(text: string | undefined): DayNumber {
  const [month = '', day = '', year = ''] = (text ?? '').split('/');
  return number(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function cents(text: string | undefined): number {
  return Math.round(Number(text) * 100);
}
