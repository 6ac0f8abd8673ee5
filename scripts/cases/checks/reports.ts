import { agingReport } from './aging';
import type { Checks } from './check';
import { withFields } from './each';
import { statement } from './statement';

const report = withFields(async (books, expected) => {
  const op = expected.text('op');
  if (op === 'aging') return agingReport(books, expected);
  if (op === 'statement') return statement(books, expected);
  throw expected.unsupported(`op ${op}`);
});

/** Reports over the books. */
export const REPORT_CHECKS: Checks = { report };
