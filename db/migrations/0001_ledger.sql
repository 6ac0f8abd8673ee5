CREATE TABLE "activity" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"sequence" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"verb" text NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" uuid NOT NULL,
	"customer_id" uuid,
	"before" jsonb,
	"after" jsonb,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "activity_org_id_sequence_pk" PRIMARY KEY("org_id","sequence")
);--> statement-breakpoint
CREATE TABLE "activity_heads" (
	"org_id" uuid PRIMARY KEY DEFAULT app.org_id() NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL
);--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"title" text,
	"email" text,
	"phone" text,
	"roles" text[] DEFAULT '{}' NOT NULL
);--> statement-breakpoint
CREATE TABLE "customers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"code" text,
	"name" text NOT NULL,
	"parent_id" uuid,
	"currency" text NOT NULL,
	"terms_days" integer DEFAULT 30 NOT NULL,
	"credit_limit_minor" bigint,
	"owner" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"email" text,
	"phone" text,
	"address" text,
	"notes" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "customers_org_code" UNIQUE("org_id","code")
);--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"reason" text NOT NULL,
	"opened_on" date NOT NULL,
	"created_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolution" text
);--> statement-breakpoint
CREATE TABLE "document_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"description" text NOT NULL,
	"quantity" numeric NOT NULL,
	"unit_price_minor" bigint NOT NULL,
	"tax_percent" numeric NOT NULL,
	"tax_minor" bigint NOT NULL,
	"net_minor" bigint NOT NULL,
	CONSTRAINT "document_lines_position" UNIQUE("org_id","document_id","position")
);--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"sequence" integer,
	"document_date" date NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"customer_name" text NOT NULL,
	"customer_address" text,
	"reason" text,
	"reverses_id" uuid,
	"source" text NOT NULL,
	"import_id" uuid,
	"created_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "documents_number" UNIQUE("org_id","kind","number")
);--> statement-breakpoint
CREATE TABLE "payment_details" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"method" text NOT NULL,
	"reference" text,
	"payer" text,
	"import_key" text,
	CONSTRAINT "payment_details_import_key" UNIQUE("org_id","import_key")
);--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"file" "bytea" NOT NULL,
	"mapping" jsonb,
	"row_count" integer,
	"summary" jsonb,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"booked_at" timestamp with time zone,
	"undone_at" timestamp with time zone
);--> statement-breakpoint
CREATE TABLE "job_heartbeats" (
	"name" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);--> statement-breakpoint
CREATE TABLE "allocations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"debit_item_id" uuid NOT NULL,
	"credit_item_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"effective_on" date NOT NULL,
	"reverses_id" uuid,
	"created_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "allocations_reverses" UNIQUE("org_id","reverses_id")
);--> statement-breakpoint
CREATE TABLE "open_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"instalment" integer DEFAULT 1 NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"open_minor" bigint DEFAULT 0 NOT NULL,
	"effective_on" date NOT NULL,
	"due_on" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "open_items_document" UNIQUE("org_id","document_id","instalment")
);--> statement-breakpoint
CREATE TABLE "number_series" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"kind" text NOT NULL,
	"prefix" text NOT NULL,
	"next" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "number_series_org_id_kind_pk" PRIMARY KEY("org_id","kind")
);--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"time_zone" text NOT NULL,
	"aging_basis" text DEFAULT 'due' NOT NULL,
	"bounds" integer[] DEFAULT '{0,30,60,90,120}' NOT NULL,
	"locked_on" date,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "promises" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"document_id" uuid,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"promised_for" date NOT NULL,
	"promised_on" date NOT NULL,
	"note" text,
	"created_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"cancelled_at" timestamp with time zone
);--> statement-breakpoint
CREATE TABLE "report_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"kind" text NOT NULL,
	"as_of" date NOT NULL,
	"known_at" timestamp with time zone DEFAULT now() NOT NULL,
	"filters" jsonb NOT NULL,
	"file_hash" text NOT NULL,
	"created_by" uuid
);--> statement-breakpoint
CREATE TABLE "requests" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"request_id" text NOT NULL,
	"verb" text NOT NULL,
	"fingerprint" text NOT NULL,
	"answer" jsonb,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "requests_org_id_request_id_pk" PRIMARY KEY("org_id","request_id")
);--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"prefix" text NOT NULL,
	"key_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_hash" UNIQUE("key_hash")
);--> statement-breakpoint
CREATE TABLE "invitations" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"customer_id" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"customer_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "memberships_org_user" UNIQUE NULLS NOT DISTINCT("org_id","user_id","customer_id")
);--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"password_version" integer NOT NULL,
	"user_agent" text,
	"ip" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"blocked_until" timestamp with time zone NOT NULL
);--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"password_version" integer DEFAULT 1 NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE INDEX "activity_customer" ON "activity" USING btree ("org_id","customer_id","sequence");--> statement-breakpoint
CREATE INDEX "activity_object" ON "activity" USING btree ("org_id","object_id");--> statement-breakpoint
CREATE INDEX "contacts_of" ON "contacts" USING btree ("org_id","customer_id");--> statement-breakpoint
CREATE INDEX "customers_name" ON "customers" USING btree ("org_id","name");--> statement-breakpoint
CREATE INDEX "disputes_of" ON "disputes" USING btree ("org_id","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_reverses" ON "documents" USING btree ("org_id","reverses_id") WHERE reverses_id is not null;--> statement-breakpoint
CREATE INDEX "documents_of" ON "documents" USING btree ("org_id","customer_id","document_date");--> statement-breakpoint
CREATE INDEX "documents_import" ON "documents" USING btree ("org_id","import_id") WHERE import_id is not null;--> statement-breakpoint
CREATE INDEX "allocations_debits" ON "allocations" USING btree ("org_id","debit_item_id");--> statement-breakpoint
CREATE INDEX "allocations_credits" ON "allocations" USING btree ("org_id","credit_item_id");--> statement-breakpoint
CREATE INDEX "allocations_effective" ON "allocations" USING btree ("org_id","effective_on");--> statement-breakpoint
CREATE INDEX "allocations_recorded" ON "allocations" USING btree ("org_id","recorded_at");--> statement-breakpoint
CREATE INDEX "open_items_live" ON "open_items" USING btree ("org_id","customer_id","due_on") WHERE open_minor <> 0;--> statement-breakpoint
CREATE INDEX "open_items_recorded" ON "open_items" USING btree ("org_id","recorded_at");--> statement-breakpoint
CREATE INDEX "promises_of" ON "promises" USING btree ("org_id","customer_id");--> statement-breakpoint
CREATE INDEX "api_keys_org" ON "api_keys" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree (lower("email"));--> statement-breakpoint
-- Foreign keys are checked through whichever index looks cheapest, and of equals the newest: a planner that knows little of a
-- young or a small table beside a large one would otherwise take an index by customer, and read all of a customer's rows for each
-- row that is checked. So the keys that foreign keys point at are made last.
ALTER TABLE "customers" ADD CONSTRAINT "customers_org_id" UNIQUE("org_id","id");--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_org_id" UNIQUE("org_id","customer_id","id");--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_org_id" UNIQUE("org_id","id");--> statement-breakpoint
ALTER TABLE "open_items" ADD CONSTRAINT "open_items_key" UNIQUE("org_id","customer_id","currency","id");--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_parent" FOREIGN KEY ("org_id","parent_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_document" FOREIGN KEY ("org_id","customer_id","document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_lines" ADD CONSTRAINT "document_lines_document" FOREIGN KEY ("org_id","customer_id","document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_reversed" FOREIGN KEY ("org_id","customer_id","reverses_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_details" ADD CONSTRAINT "payment_details_document" FOREIGN KEY ("org_id","customer_id","document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_debit" FOREIGN KEY ("org_id","customer_id","currency","debit_item_id") REFERENCES "public"."open_items"("org_id","customer_id","currency","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_credit" FOREIGN KEY ("org_id","customer_id","currency","credit_item_id") REFERENCES "public"."open_items"("org_id","customer_id","currency","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_reversed" FOREIGN KEY ("org_id","reverses_id") REFERENCES "public"."allocations"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_items" ADD CONSTRAINT "open_items_of" FOREIGN KEY ("org_id","customer_id","document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_document" FOREIGN KEY ("org_id","customer_id","document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE cascade ON UPDATE no action;
