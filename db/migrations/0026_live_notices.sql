-- Whoever listens hears which organization recorded something, and nothing else of it. What changes no figure (who signed in,
-- who took a report away) is not told. The notices of one transaction are one notice, given when it commits.
create function app.notify_activity() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform pg_notify('dueline_activity', new.org_id::text);
  return null;
end $$;
--> statement-breakpoint
revoke execute on function app.notify_activity() from public;
--> statement-breakpoint
create trigger activity_notices after insert on activity for each row
  when (new.object_kind not in ('user', 'report_run', 'api_key')) execute function app.notify_activity();
