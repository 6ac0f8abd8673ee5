-- Nobody could choose before whether receipts go.
alter table mail_settings no force row level security;
update mail_settings set sends_receipts = true;
alter table mail_settings force row level security;
--> statement-breakpoint

-- The worker takes runs away that ended long ago.
grant delete on job_runs to dueline_job;
--> statement-breakpoint

-- Whoever takes a person's way in away, or changes who is written to, has the customer told of it in its language.
grant select (language) on customers to dueline_auth;
create policy portal_tells on mails for insert to dueline_portal
  with check (org_id = (select app.org_id()) and customer_id = (select app.customer_id())
    and params ->> 'kind' = 'account_changed' and secret is null and state = 'queued');
grant insert on mails to dueline_portal;
