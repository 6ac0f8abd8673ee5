grant select (purchase_order) on documents to dueline_customer;
--> statement-breakpoint
alter table documents add check (length(purchase_order) between 1 and 60);
--> statement-breakpoint
-- A document says what it said on posting, whatever a beneficiary is called later.
create function app.keep_beneficiary() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.beneficiary := (select name from beneficiaries where org_id = new.org_id and id = new.beneficiary_id);
  return new;
end $$;
--> statement-breakpoint
create trigger keep_beneficiary before insert on document_lines
  for each row when (new.beneficiary_id is not null) execute function app.keep_beneficiary();
--> statement-breakpoint
alter table document_lines no force row level security;
--> statement-breakpoint
alter table beneficiaries no force row level security;
--> statement-breakpoint
update document_lines l set beneficiary = b.name from beneficiaries b
where b.org_id = l.org_id and b.id = l.beneficiary_id;
--> statement-breakpoint
alter table beneficiaries force row level security;
--> statement-breakpoint
alter table document_lines force row level security;
