alter table payment_gateways add foreign key (org_id) references organizations;
alter table payment_refunds add check (amount_minor > 0);
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['payment_gateways', 'payment_refunds'] loop
    execute format('create policy staff_rows on %I to dueline_staff, dueline_manager using (org_id = (select app.org_id()))', t);
    execute format('create policy owner_rows on %I to %I using (org_id = (select app.org_id()))', t, current_user);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
--> statement-breakpoint
-- Nobody of the business reads the secrets, sealed as they are; only what speaks to the provider does.
create policy secrets on payment_gateways for select to dueline_auth using (true);
grant select on payment_gateways to dueline_auth;
grant select (org_id, key_end, updated_at) on payment_gateways to dueline_staff, dueline_manager;
grant insert, update, delete on payment_gateways to dueline_staff;
grant select on payment_refunds to dueline_staff, dueline_manager;
grant insert, update (document_id) on payment_refunds to dueline_staff;
grant update (provider_reference) on payment_intents to dueline_staff;
--> statement-breakpoint
drop policy portal_adds on payment_intents;
create policy portal_adds on payment_intents for insert to dueline_portal
  with check (org_id = (select app.org_id()) and customer_id = (select app.customer_id()) and noticed_at is null
    and withdrawn_at is null and dismissed_at is null and dismissed_by is null and document_id is null
    and provider_reference is null);
