-- As app.analyze_books: rows of other books come by the thousand, and until statistics exist each is looked for among all of its list.
create function app.analyze_source_rows(adding bigint) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if (select reltuples from pg_class where oid = 'public.source_rows'::regclass) >= adding then
    return;
  end if;
  begin
    lock table source_rows in share update exclusive mode nowait;
  exception when lock_not_available then
    return; -- somebody is at it
  end;
  analyze source_rows;
end $$;
--> statement-breakpoint
revoke all on function app.analyze_source_rows(bigint) from public;
grant execute on function app.analyze_source_rows(bigint) to dueline_staff;
