CREATE TABLE "bank_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"line_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"customer_id" uuid,
	"document_id" uuid,
	"amount_minor" bigint NOT NULL,
	"reason" text,
	"batch_id" uuid NOT NULL,
	"created_by" uuid,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "payer_aliases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"shown" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payer_aliases_key" UNIQUE("org_id","kind","key","customer_id")
);
--> statement-breakpoint
CREATE TABLE "bank_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"statement_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"position" integer NOT NULL,
	"booked_on" date NOT NULL,
	"value_on" date,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"payer_name" text NOT NULL,
	"payer_account" text NOT NULL,
	"text" text NOT NULL,
	"bank_id" text NOT NULL,
	"fingerprint" text NOT NULL,
	"repeats_id" uuid,
	"proposal" jsonb,
	CONSTRAINT "bank_lines_org_id" UNIQUE("org_id","id"),
	CONSTRAINT "bank_lines_ordinal" UNIQUE("org_id","statement_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "bank_statements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"account" text NOT NULL,
	"file" "bytea" NOT NULL,
	"header" jsonb,
	"mapping" jsonb,
	"problems" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_at" timestamp with time zone,
	CONSTRAINT "bank_statements_org_id" UNIQUE("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "bank_decisions" ADD CONSTRAINT "bank_decisions_line" FOREIGN KEY ("org_id","line_id") REFERENCES "public"."bank_lines"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_decisions" ADD CONSTRAINT "bank_decisions_document" FOREIGN KEY ("org_id","customer_id","document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payer_aliases" ADD CONSTRAINT "payer_aliases_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payer_aliases" ADD CONSTRAINT "payer_aliases_line" FOREIGN KEY ("org_id","line_id") REFERENCES "public"."bank_lines"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_lines" ADD CONSTRAINT "bank_lines_statement" FOREIGN KEY ("org_id","statement_id") REFERENCES "public"."bank_statements"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_lines" ADD CONSTRAINT "bank_lines_repeats" FOREIGN KEY ("org_id","repeats_id") REFERENCES "public"."bank_lines"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bank_decisions_of" ON "bank_decisions" USING btree ("org_id","line_id");--> statement-breakpoint
CREATE INDEX "bank_decisions_batch" ON "bank_decisions" USING btree ("org_id","batch_id");--> statement-breakpoint
CREATE INDEX "bank_decisions_documents" ON "bank_decisions" USING btree ("org_id","document_id") WHERE document_id is not null;--> statement-breakpoint
CREATE INDEX "payer_aliases_lines" ON "payer_aliases" USING btree ("org_id","line_id");--> statement-breakpoint
CREATE INDEX "bank_lines_fingerprint" ON "bank_lines" USING btree ("org_id","fingerprint");--> statement-breakpoint
CREATE INDEX "bank_lines_bank_id" ON "bank_lines" USING btree ("org_id","bank_id") WHERE bank_id <> '';--> statement-breakpoint
CREATE INDEX "bank_lines_repeats_id" ON "bank_lines" USING btree ("org_id","repeats_id") WHERE repeats_id is not null;