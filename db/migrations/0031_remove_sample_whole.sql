-- Removes sample books whole: every table that has an organization's rows, those that others point at after them. The order is
-- read from the foreign keys, so that a new table needs no word here.
create or replace function app.remove_sample() returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare org uuid := app.org_id(); left_over oid[]; next oid; people uuid[];
begin
  if not exists (select from organizations where id = org and is_sample) then
    raise exception 'only sample books can be removed' using errcode = 'DL004';
  end if;
  select array_agg(user_id) into people from memberships where org_id = org;
  select array_agg(c.oid) into left_over from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r';
  while left_over <> '{}' loop
    select t into next from unnest(left_over) t where not exists (select from pg_constraint k where k.contype = 'f'
      and k.confrelid = t and k.conrelid <> t and k.conrelid = any(left_over)) order by t limit 1;
    if next is null then
      raise exception 'tables of an organization point at each other in a circle: %', left_over::regclass[];
    end if;
    execute format('delete from %s where org_id = $1', next::regclass) using org;
    left_over := array_remove(left_over, next);
  end loop;
  delete from sessions where user_id = any(people) and not exists (
    select from memberships m where m.user_id = sessions.user_id);
  delete from users where id = any(people) and not exists (
    select from memberships m where m.user_id = users.id);
  delete from organizations where id = org;
end $$;
