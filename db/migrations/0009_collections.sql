CREATE TABLE "holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"document_id" uuid,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"placed_on" date NOT NULL,
	"created_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT app.recorded_at() NOT NULL,
	"released_on" date,
	"released_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"document_id" uuid,
	"text" text NOT NULL,
	"created_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT app.recorded_at() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminder_lines" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"reminder_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"document_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"outstanding_minor" bigint NOT NULL,
	"days_past_due" integer NOT NULL,
	"interest_minor" bigint NOT NULL,
	"level" integer NOT NULL,
	"step" integer,
	CONSTRAINT "reminder_lines_org_id_reminder_id_item_id_pk" PRIMARY KEY("org_id","reminder_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "reminder_policies" (
	"org_id" uuid PRIMARY KEY DEFAULT app.org_id() NOT NULL,
	"policy" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminder_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"run_on" date NOT NULL,
	"created_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT app.recorded_at() NOT NULL,
	CONSTRAINT "reminder_runs_org_id" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"reminder_date" date NOT NULL,
	"level" integer NOT NULL,
	"fee_minor" bigint NOT NULL,
	"interest_minor" bigint NOT NULL,
	"interest_percent" numeric,
	"run_id" uuid,
	"created_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT app.recorded_at() NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now(),
	"withdrawn_at" timestamp with time zone,
	"charge_document_id" uuid,
	CONSTRAINT "reminders_key" UNIQUE("org_id","customer_id","currency","id")
);
--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "exchange_account" text DEFAULT 'Exchange differences';--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_document" FOREIGN KEY ("org_id","customer_id","document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_document" FOREIGN KEY ("org_id","customer_id","document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_lines" ADD CONSTRAINT "reminder_lines_of" FOREIGN KEY ("org_id","customer_id","currency","reminder_id") REFERENCES "public"."reminders"("org_id","customer_id","currency","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_lines" ADD CONSTRAINT "reminder_lines_item" FOREIGN KEY ("org_id","customer_id","currency","item_id") REFERENCES "public"."open_items"("org_id","customer_id","currency","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_lines" ADD CONSTRAINT "reminder_lines_document" FOREIGN KEY ("org_id","customer_id","document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_run" FOREIGN KEY ("org_id","run_id") REFERENCES "public"."reminder_runs"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_charge" FOREIGN KEY ("org_id","customer_id","charge_document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "holds_of" ON "holds" USING btree ("org_id","customer_id");--> statement-breakpoint
CREATE INDEX "notes_of" ON "notes" USING btree ("org_id","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_lines_step" ON "reminder_lines" USING btree ("org_id","item_id","step") WHERE step is not null;--> statement-breakpoint
CREATE INDEX "reminder_lines_items" ON "reminder_lines" USING btree ("org_id","item_id");--> statement-breakpoint
CREATE INDEX "reminder_runs_on" ON "reminder_runs" USING btree ("org_id","run_on");--> statement-breakpoint
CREATE INDEX "reminders_of" ON "reminders" USING btree ("org_id","customer_id","reminder_date");--> statement-breakpoint
CREATE INDEX "reminders_on" ON "reminders" USING btree ("org_id","reminder_date");