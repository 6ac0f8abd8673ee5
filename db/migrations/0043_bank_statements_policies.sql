alter table bank_statements
  add foreign key (org_id) references organizations,
  add check (format in ('csv', 'camt053', 'ofx')),
  add check (octet_length(file) <= 20971520);
alter table bank_lines
  add check (ordinal > 0),
  add check (amount_minor <> 0),
  add check (length(text) <= 1000 and length(payer_name) <= 200);
alter table bank_decisions
  add check (kind in ('payment', 'same', 'returned', 'ignored')),
  add check (amount_minor > 0),
  add check ((kind = 'ignored') = (document_id is null)),
  add check ((document_id is null) = (customer_id is null)),
  add check (kind <> 'ignored' or length(reason) between 1 and 200);
alter table payer_aliases
  add check (kind in ('account', 'name')),
  add check (length(key) > 0);
--> statement-breakpoint

do $$
declare t text;
begin
  foreach t in array array['bank_statements', 'bank_lines', 'bank_decisions', 'payer_aliases'] loop
    execute format('create policy staff_rows on %I to dueline_staff, dueline_manager using (org_id = (select app.org_id()))', t);
    execute format('create policy owner_rows on %I to %I using (org_id = (select app.org_id()))', t, current_user);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to dueline_staff, dueline_manager', t);
    execute format('grant insert on %I to dueline_staff', t);
  end loop;
end $$;
--> statement-breakpoint
-- A statement goes with its lines as long as nothing was ever decided about one: the key of bank_decisions holds it.
grant update (account, mapping, problems, taken_at), delete on bank_statements to dueline_staff;
grant update (repeats_id, proposal), delete on bank_lines to dueline_staff;
grant update (undone_at) on bank_decisions to dueline_staff;
grant delete on payer_aliases to dueline_staff;
