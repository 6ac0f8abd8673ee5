import { todayIn } from '@/lib/domain/dates';
import { readStatementFilters } from '@/lib/statement-filters';
import { papersDownload } from '../papers-download';
import { statementsPdf } from './pdf';

/** The statements of all customers that the page of statements would list, in one PDF. More than 25 are made by the worker. */
export const GET = papersDownload({
  read: (params, { currency, timeZone }) => readStatementFilters(params, currency, todayIn(timeZone)),
  fileName: ({ to }) => `statements_${to}.pdf`,
  make: statementsPdf,
});
