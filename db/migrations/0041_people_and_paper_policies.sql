alter table organizations
  add check (length(address) <= 500);
alter table number_series
  add check (length(prefix) <= 12),
  add check (first >= 1 and next >= first);
alter table users
  add check ((totp_secret is null) = (totp_since is null) and (totp_secret is null) = (totp_step is null));
alter table logos
  add foreign key (org_id) references organizations,
  add check (media_type in ('image/png', 'image/jpeg')),
  add check (octet_length(bytes) <= 524288),
  add check (width between 1 and 4000 and height between 1 and 4000);
alter table tax_rates
  add foreign key (org_id) references organizations,
  add check (length(name) between 1 and 60),
  add check (percent between 0 and 100);
--> statement-breakpoint

do $$
declare t text;
begin
  foreach t in array array['logos', 'tax_rates'] loop
    execute format('create policy staff_rows on %I to dueline_staff, dueline_manager using (org_id = (select app.org_id()))', t);
    execute format('create policy owner_rows on %I to %I using (org_id = (select app.org_id()))', t, current_user);
    execute format('grant select on %I to dueline_staff, dueline_manager', t);
    execute format('grant insert, delete on %I to dueline_staff', t);
  end loop;
  execute format('create policy owner_rows on recovery_codes to %I using (true)', current_user);
  foreach t in array array['logos', 'tax_rates', 'recovery_codes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
--> statement-breakpoint
grant update (media_type, bytes, width, height, file_hash, updated_at) on logos to dueline_staff;
grant update (prefix, first) on number_series to dueline_staff;
grant update (address, requires_second_factor) on organizations to dueline_staff;
-- What stands on a document, its customer sees: the picture, the address, where to pay to.
create policy customer_rows on logos for select to dueline_customer using (org_id = (select app.org_id()));
grant select on logos to dueline_customer;
grant select (address) on organizations to dueline_customer;
--> statement-breakpoint

-- Only an administrator sees who signs in: the people who are or were members, and the browsers they use for it.
create policy staff_people on users for select to dueline_staff
  using (id in (select m.user_id from memberships m where m.org_id = (select app.org_id())));
create policy staff_sessions on sessions to dueline_staff
  using (membership_id in (select m.id from memberships m where m.org_id = (select app.org_id())));
grant select (id, email, name, disabled_at, totp_since, password_version, created_at) on users to dueline_staff;
grant select (id, user_id, membership_id, password_version, user_agent, ip, created_at, seen_at, expires_at, revoked_at),
  update (revoked_at) on sessions to dueline_staff;
grant update (role, revoked_at) on memberships to dueline_staff;
grant select (id, customer_id, created_at), update (token_hash, expires_at), delete on invitations to dueline_staff;
create policy auth_rows on recovery_codes to dueline_auth using (true);
grant select, insert, update, delete on recovery_codes to dueline_auth;
