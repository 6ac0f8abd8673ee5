import { closeConnections } from '@/db/client';
import { makeReport } from '@/jobs/reports';
import type { Organization } from '@/lib/actor';

// A process of its own that makes one file on the list, as report-jobs.test.ts bids it, and is killed meanwhile.

/** Which file, and whose. */
export interface ReportOrder {
  readonly id: string;
  readonly org: Organization;
}

process.once('message', ({ id, org }: ReportOrder) => {
  void makeReport(id, org).then(closeConnections);
});
