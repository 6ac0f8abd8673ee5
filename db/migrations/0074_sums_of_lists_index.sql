-- The balance of a day, which every report is held against, and the sums of lists, without a look at the table.
create index documents_balance on documents (org_id, currency, document_date, amount_minor) include (kind, id);
--> statement-breakpoint
-- Which items are invoices and when they are due, and which are payments: what says how customers pay joins every application with both.
create index open_items_kinds on open_items (org_id, kind, id) include (due_on);
