import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/**
 * The bare transaction of a payment: locks the customer, takes a number, inserts document, bank side, item and
 * application, whose trigger moves the open amounts. No row-level security, no idempotency, no activity, no reading of
 * what is open. `:n` is a row of the table bench_targets.
 */
const BARE = `
\\set n random(1, :targets)
begin;
select customer_id, item_id, org_id from bench_targets where n = :n \\gset
select id from customers where id = :customer_id::uuid for no key update;
update number_series set next = next + 1 where org_id = :org_id::uuid and kind = 'payment' returning next as number \\gset
select gen_random_uuid() as document, gen_random_uuid() as item \\gset
insert into documents (id, org_id, customer_id, kind, number, sequence, document_date, currency, amount_minor, tax_minor,
  customer_name, source) values (:document::uuid, :org_id::uuid, :customer_id::uuid, 'payment', 'PMT-' || :number::text, :number::int, '2026-06-30',
  'USD', -100, 0, 'Customer', 'api');
insert into payment_details (document_id, org_id, customer_id, method) values (:document::uuid, :org_id::uuid, :customer_id::uuid, 'transfer');
insert into open_items (id, org_id, customer_id, document_id, kind, currency, amount_minor, effective_on, due_on)
  values (:item::uuid, :org_id::uuid, :customer_id::uuid, :document::uuid, 'payment', 'USD', -100, '2026-06-30', '2026-06-30');
insert into allocations (id, org_id, customer_id, currency, debit_item_id, credit_item_id, amount_minor, effective_on)
  values (gen_random_uuid(), :org_id::uuid, :customer_id::uuid, 'USD', :item_id::uuid, :item::uuid, 100, '2026-06-30');
commit;
`;

/** Transactions a second of the bare payment by pgbench, as the owner, from `clients` at once. */
export async function payBare(
  ownerUrl: string,
  targets: number,
  clients: number,
  seconds: number,
): Promise<number> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'dueline-pgbench-'));
  const script = path.join(dir, 'payment.sql');
  fs.writeFileSync(script, BARE);
  try {
    const { stdout } = await promisify(execFile)(
      'pgbench',
      `-n -j 2 -M prepared -c ${clients} -T ${seconds} -D targets=${targets} -f`
        .split(' ')
        .concat(script, ownerUrl),
    );
    const found = /tps = ([\d.]+)/.exec(stdout);
    if (!found) throw new Error(`pgbench said something else: ${stdout}`);
    return Number(found[1]);
  } finally {
    fs.rmSync(dir, { recursive: true });
  }
}
