// One run of the sync in a process of its own, which may be killed: sync-worker.ts <organization> <run>. Says its live heap in MB.
import { closeConnections } from '@/db/client';
import { syncOrganization } from '@/jobs/sync/sync';
import { benchActor } from './actor';

const [, , orgId = '', id = ''] = process.argv;
const watch = setInterval(() => {
  globalThis.gc?.();
  process.stdout.write(`${Math.round(process.memoryUsage().heapUsed / 1e6)}\n`);
}, 1_000);
await syncOrganization(benchActor(orgId), { id, slot: 0 });
clearInterval(watch);
await closeConnections();
