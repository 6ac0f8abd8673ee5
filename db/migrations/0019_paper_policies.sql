update organizations set paper = 'letter' where currency in ('USD', 'CAD')
  and (time_zone ~ '^(America|US|Canada)/' or time_zone = 'Pacific/Honolulu');
--> statement-breakpoint
alter table organizations add check (paper in ('a4', 'letter'));
alter table report_jobs add check (attempts >= 0);
grant update (paper) on organizations to dueline_staff;
-- A customer takes its invoices away on the same sheet.
grant select (paper) on organizations to dueline_customer;
grant update (attempts, beat_at) on report_jobs to dueline_staff, dueline_manager;
-- The worker tells by these what another one left behind.
grant select (attempts, beat_at) on report_jobs to dueline_job;
