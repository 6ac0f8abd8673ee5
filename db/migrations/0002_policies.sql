grant usage on schema public, app to dueline_staff, dueline_manager, dueline_customer, dueline_auth, dueline_job;
--> statement-breakpoint

-- What a row may be, whoever writes it.
alter table organizations
  add check (currency ~ '^[A-Z]{3}$'),
  add check (aging_basis in ('due', 'invoice')),
  add check (cardinality(bounds) between 1 and 11);
alter table memberships
  add check (role in ('admin', 'manager', 'customer')),
  add check ((role = 'customer') = (customer_id is not null));
alter table api_keys add check (role in ('admin', 'manager'));
alter table customers
  add foreign key (org_id) references organizations,
  add check (currency ~ '^[A-Z]{3}$'),
  add check (terms_days between 0 and 3650),
  add check (parent_id <> id);
alter table documents
  add check (currency ~ '^[A-Z]{3}$'),
  add check (abs(amount_minor) <= 90000000000000),
  add check (source in ('staff', 'api', 'import', 'sample')),
  add check ((kind = 'reversal') = (reverses_id is not null)),
  add constraint documents_sign check (case
    when kind in ('invoice', 'late_fee', 'refund', 'opening_debit', 'transfer_in') then amount_minor >= 0
    when kind in ('payment', 'credit_memo', 'write_off', 'discount', 'opening_credit', 'transfer_out') then amount_minor <= 0
    else kind = 'reversal' end);
alter table open_items add constraint open_items_within check (
  (amount_minor >= 0 and open_minor between 0 and amount_minor)
  or (amount_minor < 0 and open_minor between amount_minor and 0));
alter table allocations
  add check (amount_minor <> 0),
  add constraint allocations_undo check ((reverses_id is null) = (amount_minor > 0));
alter table promises add check (amount_minor > 0);
alter table disputes add check (amount_minor > 0);
alter table imports add check (kind in ('customers', 'invoices', 'payments'));
--> statement-breakpoint

-- Nothing becomes effective on or before the lock date, through any door.
create function app.refuse_locked() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select from added a join organizations o on o.id = a.org_id where a.effective_on <= o.locked_on) then
    raise exception 'effective on or before the lock date' using errcode = 'DL001';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger open_items_locked after insert on open_items referencing new table as added
  for each statement execute function app.refuse_locked();
--> statement-breakpoint
create trigger allocations_locked after insert on allocations referencing new table as added
  for each statement execute function app.refuse_locked();
--> statement-breakpoint

-- open_minor follows the allocations, always: no role of the application may write it.
create function app.apply_allocations() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if exists (
    select from added a
    join open_items d on d.id = a.debit_item_id
    join open_items c on c.id = a.credit_item_id
    where d.amount_minor <= 0 or c.amount_minor >= 0
      or a.effective_on < d.effective_on or a.effective_on < c.effective_on
  ) then
    raise exception 'an allocation joins a debit and a credit, not before either' using errcode = 'DL002';
  end if;
  if exists (
    select from added a join allocations r on r.id = a.reverses_id
    where r.reverses_id is not null or a.amount_minor <> -r.amount_minor
      or a.debit_item_id <> r.debit_item_id or a.credit_item_id <> r.credit_item_id
      or a.effective_on < r.effective_on
  ) then
    raise exception 'an undo mirrors one allocation' using errcode = 'DL003';
  end if;
  update open_items i set open_minor = i.open_minor + s.delta
  from (
    select item, sum(delta)::bigint as delta from (
      select debit_item_id as item, -amount_minor as delta from added
      union all select credit_item_id, amount_minor from added
    ) m group by item
  ) s
  where i.id = s.item and s.delta <> 0;
  return null;
end $$;
--> statement-breakpoint
create trigger allocations_apply after insert on allocations referencing new table as added
  for each statement execute function app.apply_allocations();
--> statement-breakpoint
create function app.start_open() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.open_minor := new.amount_minor;
  return new;
end $$;
--> statement-breakpoint
create trigger open_items_start before insert on open_items for each row execute function app.start_open();
--> statement-breakpoint

-- The audit chain: each row carries the hash of the one before it in its organization.
create function app.activity_hash(a activity) returns text language sql immutable set search_path = public, pg_temp as $$
  select encode(sha256(convert_to(jsonb_build_array(
    a.previous_hash, a.org_id, a.sequence, extract(epoch from a.at)::text, a.actor_id, a.actor_name, a.verb,
    a.object_kind, a.object_id, a.customer_id, a.before, a.after)::text, 'utf8')), 'hex')
$$;
--> statement-breakpoint
create function app.chain_activity() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare head activity_heads;
begin
  insert into activity_heads (org_id, sequence, hash) values (new.org_id, 0, '') on conflict do nothing;
  select * into head from activity_heads where org_id = new.org_id for update;
  new.sequence := head.sequence + 1;
  new.at := clock_timestamp();
  new.previous_hash := head.hash;
  new.hash := app.activity_hash(new);
  update activity_heads set sequence = new.sequence, hash = new.hash where org_id = new.org_id;
  return new;
end $$;
--> statement-breakpoint
create trigger activity_chain before insert on activity for each row execute function app.chain_activity();
--> statement-breakpoint

-- Row-level security: an actor's role sees the rows of the organization that its transaction names.
do $$
declare t text;
begin
  foreach t in array array['customers', 'contacts', 'documents', 'document_lines', 'payment_details', 'open_items',
    'allocations', 'activity', 'requests', 'report_runs', 'promises', 'disputes', 'imports', 'number_series',
    'memberships', 'invitations', 'api_keys'] loop
    execute format('create policy staff_rows on %I to dueline_staff, dueline_manager using (org_id = (select app.org_id()))', t);
  end loop;
  foreach t in array array['documents', 'document_lines', 'payment_details', 'open_items', 'allocations', 'promises',
    'disputes'] loop
    execute format('create policy customer_rows on %I for select to dueline_customer
      using (org_id = (select app.org_id()) and customer_id = (select app.customer_id()))', t);
  end loop;
  foreach t in array array['users', 'memberships', 'sessions', 'invitations', 'api_keys', 'sign_in_attempts',
    'organizations'] loop
    execute format('create policy auth_rows on %I to dueline_auth using (true)', t);
  end loop;
  -- Functions that run as the owner stay within the organization of the transaction too.
  foreach t in array array['customers', 'contacts', 'documents', 'document_lines', 'payment_details', 'open_items',
    'allocations', 'activity', 'activity_heads', 'requests', 'report_runs', 'promises', 'disputes', 'imports',
    'number_series', 'memberships', 'invitations', 'api_keys'] loop
    execute format('create policy owner_rows on %I to %I using (org_id = (select app.org_id()))', t, current_user);
  end loop;
  foreach t in array array['users', 'sessions', 'organizations'] loop
    execute format('create policy owner_rows on %I to %I using (true)', t, current_user);
  end loop;
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
--> statement-breakpoint
create policy own_organization on organizations to dueline_staff, dueline_manager, dueline_customer
  using (id = (select app.org_id()));
create policy every_organization on organizations for select to dueline_job using (true);
create policy own_customer on customers for select to dueline_customer
  using (org_id = (select app.org_id()) and id = (select app.customer_id()));
create policy sign_ins on activity for insert to dueline_auth with check (org_id = (select app.org_id()));
create policy beats on job_heartbeats to dueline_job, dueline_auth using (true);
create policy chain on activity_heads for select to dueline_staff, dueline_manager using (org_id = (select app.org_id()));
--> statement-breakpoint

-- Grants: what a role may do at all. Posted rows can be added by staff, and changed or deleted by nobody.
grant select on customers, contacts, documents, document_lines, payment_details, open_items, allocations, activity,
  activity_heads, report_runs, promises, disputes, imports, number_series, memberships, organizations
  to dueline_staff, dueline_manager;
grant select, insert on requests to dueline_staff, dueline_manager;
grant update (answer) on requests to dueline_staff, dueline_manager;
grant insert on report_runs, activity to dueline_staff, dueline_manager;
grant insert on customers, contacts, documents, document_lines, payment_details, open_items, allocations, promises,
  disputes, imports, number_series to dueline_staff;
grant update (code, name, parent_id, currency, terms_days, credit_limit_minor, owner, tags, language, email, phone,
  address, notes, archived_at) on customers to dueline_staff;
grant update (name, title, email, phone, roles), delete on contacts to dueline_staff;
grant update (next) on number_series to dueline_staff;
grant update (name, time_zone, aging_basis, bounds, locked_on) on organizations to dueline_staff;
grant update (cancelled_at) on promises to dueline_staff;
grant update (resolved_at, resolution) on disputes to dueline_staff;
grant update (mapping, row_count, summary, booked_at, undone_at), delete on imports to dueline_staff;
grant select (id, org_id, name, role, prefix, created_at, revoked_at), insert, update (revoked_at) on api_keys to dueline_staff;
grant select (org_id, email, name, role, expires_at, used_at), insert on invitations to dueline_staff;
grant select (id, name, currency, time_zone, aging_basis, bounds, is_sample) on organizations to dueline_customer;
grant select (id, org_id, code, name, currency, terms_days, language, email, phone, address, archived_at)
  on customers to dueline_customer;
grant select (id, org_id, customer_id, kind, number, document_date, currency, amount_minor, tax_minor, customer_name,
  customer_address, reverses_id, recorded_at) on documents to dueline_customer;
grant select on document_lines, open_items to dueline_customer;
grant select (document_id, org_id, customer_id, method, reference) on payment_details to dueline_customer;
grant select (id, org_id, customer_id, currency, debit_item_id, credit_item_id, amount_minor, effective_on, reverses_id,
  recorded_at) on allocations to dueline_customer;
grant select (id, org_id, customer_id, document_id, currency, amount_minor, promised_for, promised_on, cancelled_at)
  on promises to dueline_customer;
grant select (id, org_id, customer_id, document_id, amount_minor, reason, opened_on, resolved_at, resolution)
  on disputes to dueline_customer;
grant select, insert, update on users, memberships, sessions, invitations, sign_in_attempts to dueline_auth;
grant select on api_keys to dueline_auth;
grant select, insert on organizations to dueline_auth;
grant insert on activity to dueline_auth;
grant select on organizations to dueline_job;
grant select, insert, update on job_heartbeats to dueline_job;
grant select on job_heartbeats to dueline_auth;
--> statement-breakpoint

-- Sample books are the only ones that can be deleted, and only whole.
create function app.remove_sample() returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare org uuid := app.org_id(); t text; people uuid[];
begin
  if not exists (select from organizations where id = org and is_sample) then
    raise exception 'only sample books can be removed' using errcode = 'DL004';
  end if;
  select array_agg(user_id) into people from memberships where org_id = org;
  foreach t in array array['allocations', 'open_items', 'payment_details', 'document_lines', 'promises', 'disputes',
    'imports', 'report_runs', 'requests', 'activity', 'activity_heads', 'number_series', 'invitations', 'api_keys',
    'memberships', 'contacts'] loop
    execute format('delete from %I where org_id = $1', t) using org;
  end loop;
  delete from documents where org_id = org and reverses_id is not null;
  delete from documents where org_id = org;
  delete from customers where org_id = org;
  delete from sessions where user_id = any(people) and not exists (
    select from memberships m where m.user_id = sessions.user_id);
  delete from users where id = any(people) and not exists (
    select from memberships m where m.user_id = users.id);
  delete from organizations where id = org;
end $$;
--> statement-breakpoint
revoke all on all functions in schema app from public;
grant execute on function app.org_id(), app.customer_id() to public;
grant execute on function app.remove_sample(), app.activity_hash(activity) to dueline_staff;
