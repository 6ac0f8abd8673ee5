alter table customer_merges
  add foreign key (org_id) references organizations,
  add check (undone_at is not null or undone_by is null),
  add check (undone_at is not null or customer_id <> into_id);
--> statement-breakpoint

do $$
begin
  execute 'create policy staff_rows on customer_merges to dueline_staff, dueline_manager using (org_id = (select app.org_id()))';
  execute format('create policy owner_rows on customer_merges to %I using (org_id = (select app.org_id()))', current_user);
  alter table customer_merges enable row level security;
  alter table customer_merges force row level security;
  grant select on customer_merges to dueline_staff, dueline_manager;
  grant insert on customer_merges to dueline_staff;
end $$;
--> statement-breakpoint
grant update (undone_at, undone_by) on customer_merges to dueline_staff;
