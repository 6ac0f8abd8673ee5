ALTER TABLE "activity_heads" ADD COLUMN "recorded_at" timestamp with time zone;
--> statement-breakpoint

-- The instant at which a transaction becomes known. Whoever asks first in a transaction holds the organization's ledger
-- until its end, so instants follow the order of commits: what was recorded by an instant never grows afterwards.
create function app.recorded_at() returns timestamptz language plpgsql volatile security definer
set search_path = public, pg_temp as $$
declare stamp timestamptz := nullif(current_setting('app.recorded_at', true), '')::timestamptz;
begin
  if app.org_id() is null then
    return clock_timestamp();
  end if;
  if stamp is null then
    insert into activity_heads (org_id, sequence, hash) values (app.org_id(), 0, '') on conflict do nothing;
    update activity_heads
      set recorded_at = greatest(clock_timestamp(), activity_heads.recorded_at + interval '1 microsecond')
      where org_id = app.org_id() returning activity_heads.recorded_at into stamp;
    perform set_config('app.recorded_at', stamp::text, true);
  end if;
  return stamp;
end $$;
--> statement-breakpoint
revoke all on function app.recorded_at() from public;
--> statement-breakpoint
grant execute on function app.recorded_at() to dueline_staff, dueline_manager;
--> statement-breakpoint
CREATE TABLE "beneficiaries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid,
	"name" text NOT NULL,
	"category" text,
	"birth_year" integer,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "beneficiaries_org_id" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"currency" text NOT NULL,
	"fee_minor" bigint NOT NULL,
	"tax_percent" numeric NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "services_org_id" UNIQUE("org_id","id"),
	CONSTRAINT "services_name" UNIQUE("org_id","name")
);
--> statement-breakpoint
CREATE TABLE "discount_terms" (
	"document_id" uuid NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"percent" numeric,
	"amount_minor" bigint,
	"until" date NOT NULL,
	CONSTRAINT "discount_terms_org_id_document_id_pk" PRIMARY KEY("org_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "draft_invoices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid,
	"content" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchange_rates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"currency" text NOT NULL,
	"rate_on" date NOT NULL,
	"rate_to_base" numeric NOT NULL,
	"source" text NOT NULL,
	"created_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT app.recorded_at() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recurring_invoices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"lines" jsonb NOT NULL,
	"every" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"terms_days" integer,
	"paused_on" date,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recurring_invoices_key" UNIQUE("org_id","customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "recurring_periods" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"recurring_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"period_on" date NOT NULL,
	"document_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT app.recorded_at() NOT NULL,
	CONSTRAINT "recurring_periods_org_id_recurring_id_period_on_pk" PRIMARY KEY("org_id","recurring_id","period_on")
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"payer_customer_id" uuid NOT NULL,
	"payer_document_id" uuid NOT NULL,
	"paid_for_customer_id" uuid NOT NULL,
	"paid_for_document_id" uuid NOT NULL,
	"created_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT app.recorded_at() NOT NULL,
	CONSTRAINT "transfers_payer_document" UNIQUE("org_id","payer_document_id"),
	CONSTRAINT "transfers_paid_for_document" UNIQUE("org_id","paid_for_document_id")
);
--> statement-breakpoint
ALTER TABLE "disputes" ALTER COLUMN "recorded_at" SET DEFAULT app.recorded_at();--> statement-breakpoint
ALTER TABLE "documents" ALTER COLUMN "recorded_at" SET DEFAULT app.recorded_at();--> statement-breakpoint
ALTER TABLE "allocations" ALTER COLUMN "recorded_at" SET DEFAULT app.recorded_at();--> statement-breakpoint
ALTER TABLE "open_items" ALTER COLUMN "recorded_at" SET DEFAULT app.recorded_at();--> statement-breakpoint
ALTER TABLE "promises" ALTER COLUMN "recorded_at" SET DEFAULT app.recorded_at();--> statement-breakpoint
ALTER TABLE "document_lines" ADD COLUMN "service_id" uuid;--> statement-breakpoint
ALTER TABLE "document_lines" ADD COLUMN "beneficiary_id" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "relates_to_id" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "rate_to_base" numeric;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "rate_on" date;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "rate_source" text;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "tolerance_minor" bigint;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "tolerance_percent" numeric;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "write_off_limit_minor" bigint;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "late_fee_minor" bigint;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "late_fee_percent" numeric;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "late_fee_days" integer;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "interest_percent" numeric;--> statement-breakpoint
ALTER TABLE "beneficiaries" ADD CONSTRAINT "beneficiaries_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discount_terms" ADD CONSTRAINT "discount_terms_document" FOREIGN KEY ("org_id","customer_id","document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_invoices" ADD CONSTRAINT "draft_invoices_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_invoices" ADD CONSTRAINT "recurring_invoices_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_periods" ADD CONSTRAINT "recurring_periods_of" FOREIGN KEY ("org_id","customer_id","recurring_id") REFERENCES "public"."recurring_invoices"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recurring_periods" ADD CONSTRAINT "recurring_periods_document" FOREIGN KEY ("org_id","customer_id","document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_payer" FOREIGN KEY ("org_id","payer_customer_id","payer_document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_paid_for" FOREIGN KEY ("org_id","paid_for_customer_id","paid_for_document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_invoices_of" ON "draft_invoices" USING btree ("org_id","updated_at");--> statement-breakpoint
CREATE INDEX "exchange_rates_of" ON "exchange_rates" USING btree ("org_id","currency","rate_on","recorded_at");--> statement-breakpoint
ALTER TABLE "document_lines" ADD CONSTRAINT "document_lines_service" FOREIGN KEY ("org_id","service_id") REFERENCES "public"."services"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_lines" ADD CONSTRAINT "document_lines_beneficiary" FOREIGN KEY ("org_id","beneficiary_id") REFERENCES "public"."beneficiaries"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_related" FOREIGN KEY ("org_id","customer_id","relates_to_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_relates" ON "documents" USING btree ("org_id","relates_to_id") WHERE relates_to_id is not null;