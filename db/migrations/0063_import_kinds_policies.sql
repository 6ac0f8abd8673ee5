alter table imports
  drop constraint imports_kind_check,
  add check (kind in ('customers', 'invoices', 'payments', 'opening-balances')),
  add check (header is null or jsonb_typeof(header) = 'array');
