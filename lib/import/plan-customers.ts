import { type Plan, type PlanBasis, PlanBuilder } from './plan';
import type { CustomerRow, ReadRows } from './read-rows';

/** Plans a file of customers: whoever is in the books stays as he is, everybody else is created once. */
export function planCustomers({ rows, problems }: ReadRows<CustomerRow>, basis: PlanBasis): Plan {
  const plan = new PlanBuilder(basis, problems);
  const rowOf = new Map<string, number>();
  for (const { row, customer, currency, ...details } of rows) {
    const id = customer.code === '' ? 'customerName' : 'customerCode';
    const value = customer.code || customer.name;
    const known = basis.directory.known(customer);
    if (known && !(known.isArchived && known.isIdle)) {
      plan.alreadyThere.push(row);
      continue;
    }
    const found = plan.customerOf({ row, customer, currency });
    if (!found) continue;
    const customerId = 'known' in found ? found.known.id : found.created.id;
    const before = rowOf.get(customerId);
    if (before !== undefined) {
      const problem = `${value} is also the customer of row ${before}.`;
      plan.refuse(row, { id, value }, { problem, hint: 'Give the two different codes, or leave one out.' });
      continue;
    }
    rowOf.set(customerId, row);
    plan.use('created' in found ? { created: { ...found.created, details } } : found);
  }
  return plan.build({});
}
