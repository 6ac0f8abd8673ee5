alter table services
  add foreign key (org_id) references organizations,
  add check (currency ~ '^[A-Z]{3}$'),
  add check (fee_minor >= 0),
  add check (tax_percent between 0 and 1000);
alter table beneficiaries add foreign key (org_id) references organizations, add check (birth_year between 1900 and 2199);
alter table discount_terms
  add check ((percent is null) <> (amount_minor is null)),
  add check (percent > 0 and percent < 100),
  add check (amount_minor > 0);
alter table transfers add check (payer_customer_id <> paid_for_customer_id);
alter table exchange_rates
  add foreign key (org_id) references organizations,
  add check (currency ~ '^[A-Z]{3}$'),
  add check (rate_to_base > 0);
alter table recurring_invoices
  add check (every in ('week', 'month', 'quarter', 'year')),
  add check (ends_on >= starts_on),
  add check (terms_days between 0 and 3650);
alter table organizations
  add check (tolerance_minor >= 0),
  add check (tolerance_percent between 0 and 100),
  add check (write_off_limit_minor >= 0),
  add check (late_fee_minor >= 0),
  add check (late_fee_percent between 0 and 100),
  add check (late_fee_days between 0 and 3650),
  add check (interest_percent between 0 and 1000);
alter table documents
  drop constraint documents_source_check,
  add constraint documents_source_check check (source in ('staff', 'api', 'import', 'sample', 'recurring', 'rule')),
  add check (rate_to_base > 0),
  add check ((rate_to_base is null) = (rate_on is null) and (rate_to_base is null) = (rate_source is null)),
  add check (relates_to_id <> id);
--> statement-breakpoint

do $$
declare t text;
begin
  foreach t in array array['services', 'beneficiaries', 'discount_terms', 'transfers', 'exchange_rates', 'draft_invoices',
    'recurring_invoices', 'recurring_periods'] loop
    execute format('create policy staff_rows on %I to dueline_staff, dueline_manager using (org_id = (select app.org_id()))', t);
    execute format('create policy owner_rows on %I to %I using (org_id = (select app.org_id()))', t, current_user);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to dueline_staff, dueline_manager', t);
    execute format('grant insert on %I to dueline_staff', t);
  end loop;
end $$;
--> statement-breakpoint
create policy customer_rows on discount_terms for select to dueline_customer
  using (org_id = (select app.org_id()) and customer_id = (select app.customer_id()));
grant select on discount_terms to dueline_customer;
grant select (relates_to_id) on documents to dueline_customer;
grant update (name, description, fee_minor, tax_percent, is_active), delete on services to dueline_staff;
grant update (customer_id, name, category, birth_year, is_active), delete on beneficiaries to dueline_staff;
grant update (customer_id, content, updated_at), delete on draft_invoices to dueline_staff;
grant update (ends_on, paused_on) on recurring_invoices to dueline_staff;
grant update (tolerance_minor, tolerance_percent, write_off_limit_minor, late_fee_minor, late_fee_percent, late_fee_days,
  interest_percent) on organizations to dueline_staff;
--> statement-breakpoint

create or replace function app.remove_sample() returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare org uuid := app.org_id(); t text; people uuid[];
begin
  if not exists (select from organizations where id = org and is_sample) then
    raise exception 'only sample books can be removed' using errcode = 'DL004';
  end if;
  select array_agg(user_id) into people from memberships where org_id = org;
  foreach t in array array['allocations', 'open_items', 'payment_details', 'document_lines',
    'discount_terms', 'transfers', 'exchange_rates', 'draft_invoices', 'recurring_periods', 'recurring_invoices', 'promises', 'disputes',
    'imports', 'report_runs', 'requests', 'activity', 'activity_heads', 'number_series', 'invitations', 'api_keys',
    'memberships', 'contacts', 'services', 'beneficiaries'] loop
    execute format('delete from %I where org_id = $1', t) using org;
  end loop;
  delete from documents where org_id = org;
  delete from customers where org_id = org;
  delete from sessions where user_id = any(people) and not exists (
    select from memberships m where m.user_id = sessions.user_id);
  delete from users where id = any(people) and not exists (
    select from memberships m where m.user_id = users.id);
  delete from organizations where id = org;
end $$;
