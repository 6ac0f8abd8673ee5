import { sql } from 'drizzle-orm';

/** What posting adds up as it goes, against what it comes to when it is added up anew: queries that must return no rows. */
export const SUM_INVARIANTS: Readonly<Record<string, ReturnType<typeof sql>>> = {
  'the sums of a day are those of its movements': sql`
    select coalesce(s.currency, m.currency) as currency, coalesce(s.day, m.day) as day from day_sums s
    full join (select currency, day, sum(owed_minor) as owed, sum(debits_minor) as debits, sum(past_due_minor) as past_due,
        sum(sales_minor) as sales, sum(paid_minor) as paid, sum(paid_since_issue) as since_issue,
        sum(paid_since_due) as since_due from movements group by 1, 2) m on m.currency = s.currency and m.day = s.day
    where (s.owed_minor, s.debits_minor, s.past_due_minor, s.sales_minor, s.paid_minor, s.paid_since_issue, s.paid_since_due)
      is distinct from (m.owed, m.debits, m.past_due, m.sales, m.paid, m.since_issue, m.since_due)`,
  'the sums of debits by month are those of their movements': sql`
    select coalesce(s.currency, m.currency) as currency, coalesce(s.issued_on, m.issued_on) as issued_on,
      coalesce(s.due_on, m.due_on) as due_on, coalesce(s.month, m.month) as month from debit_sums s
    full join (select currency, issued_on, due_on, month, sum(amount_minor) as amount, sum(timely_minor) as timely,
        sum(written_off_minor) as written_off from debit_movements group by 1, 2, 3, 4) m
      on m.currency = s.currency and m.issued_on = s.issued_on and m.due_on = s.due_on and m.month = s.month
    where (s.amount_minor, s.timely_minor, s.written_off_minor) is distinct from (m.amount, m.timely, m.written_off)`,
  'the sums of payment delays are those of the payments': sql`
    select coalesce(k.customer_id, p.customer_id) as customer_id, coalesce(k.code, p.code) as code
    from (select currency, customer_id, weekday, u.code, u.weight from delay_sums cross join lateral unnest(codes, weights) u (code, weight)) k
    full join (select currency, customer_id, weekday, code, sum(weight) as weight, sum(abs(weight)) as size from delay_parts group by 1, 2, 3, 4) p
      using (currency, customer_id, weekday, code)
    where p.code is null or abs(coalesce(k.weight, 0) - p.weight) > 1e-9 * p.size or (k.code is null and p.size > 0)`,
};
