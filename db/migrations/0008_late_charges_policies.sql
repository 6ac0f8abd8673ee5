alter table late_charges add check (kind in ('fee', 'interest')), add check (invoice_id <> document_id);
create policy staff_rows on late_charges to dueline_staff, dueline_manager using (org_id = (select app.org_id()));
do $$ begin
  execute format('create policy owner_rows on late_charges to %I using (org_id = (select app.org_id()))', current_user);
end $$;
alter table late_charges enable row level security;
alter table late_charges force row level security;
grant select on late_charges to dueline_staff, dueline_manager;
grant insert on late_charges to dueline_staff;
