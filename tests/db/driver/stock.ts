import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterlife } from './dead-statement';

// A process of its own that does with the plain driver what late.test.ts does with the product's, and says how many
// statements of dead transactions were committed. It may well die of it.

const { OWNER_URL = '', PROXY_URL = '' } = process.env;
const owner = postgres(OWNER_URL, { max: 1, onnotice() {} });
const database = drizzle(postgres(PROXY_URL, { max: 16, onnotice() {} }));

for (let trial = 1; trial <= 4; trial++) {
  const { committed } = await afterlife(
    (work) => database.transaction(work),
    (question) => question(owner),
    `stock ${trial}`,
  );
  process.send?.(committed);
}
process.disconnect();
process.exit();
