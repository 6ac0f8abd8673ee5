// npm run sandbox [-- --data folder (data/unified when it is there, else books of its own)] [--port 4700] [--invoices 200]: the protocol of Unified.to on this machine, to try the sync with.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readBooks } from './books';
import { DRIFTS, FAULTS } from './faults';
import { generateBooks } from './generated-books';
import { SANDBOX_KEY, SANDBOX_SECRET, startSandbox } from './server';

/** Rows as the service answered them once, served when they are there. */
const RECORDED = 'data/unified';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.SANDBOX_DATA ?? (existsSync(RECORDED) ? RECORDED : '') },
    port: { type: 'string', default: '4700' },
    invoices: { type: 'string', default: '200' },
  },
});
const books = values.data ? readBooks(values.data) : generateBooks(Number(values.invoices));
const { url } = await startSandbox(books, Number(values.port));
const counts = Object.entries(books.rows).map(([name, rows]) => `${rows.length} ${name}`);
process.stdout.write(`The sandbox serves ${counts.join(', ')} at ${url}.
Start Dueline with UNIFIED_URL=${url}, then connect in Settings, Connection:
  connection id ${books.connectionId}, API key ${SANDBOX_KEY}, webhook secret ${SANDBOX_SECRET}
Something to go wrong:  curl -d '{"fault":"throttled","times":2}' ${url}/sandbox/fault
  (${[...Object.keys(FAULTS), ...DRIFTS].join(', ')})
A row to change or go:  curl -d '{"id":"p1","gone":true}' ${url}/sandbox/payment
`);
