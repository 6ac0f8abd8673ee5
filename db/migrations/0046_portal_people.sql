-- Who signs in may choose for which customer: the name is all that is read of it.
create policy names on customers for select to dueline_auth using (true);
grant select (id, org_id, name) on customers to dueline_auth;
--> statement-breakpoint

-- When a customer's account is closed, nobody and no program gets into it any more.
create function app.end_portal(customer uuid) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  update memberships set revoked_at = now()
    where org_id = app.org_id() and customer_id = customer and revoked_at is null;
  update invitations set expires_at = now()
    where org_id = app.org_id() and customer_id = customer and used_at is null and expires_at > now();
  update api_keys set revoked_at = now()
    where org_id = app.org_id() and customer_id = customer and revoked_at is null;
end $$;
--> statement-breakpoint
revoke execute on function app.end_portal(uuid) from public;
grant execute on function app.end_portal(uuid) to dueline_staff;
