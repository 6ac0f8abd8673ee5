CREATE TABLE "connections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"source" text NOT NULL,
	"region" text NOT NULL,
	"account" text NOT NULL,
	"sealed_key" text,
	"sealed_secret" text,
	"system" text NOT NULL,
	"company" text,
	"currency" text,
	"time_zone" text,
	"cursors" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"problem" text,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "connections_org_id" UNIQUE("org_id","id"),
	CONSTRAINT "connections_account" UNIQUE("org_id","source","account")
);
--> statement-breakpoint
CREATE TABLE "source_hints" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"connection_id" uuid NOT NULL,
	"object" text NOT NULL,
	"source_id" text NOT NULL,
	"noted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "source_hints_org_id_connection_id_object_source_id_pk" PRIMARY KEY("org_id","connection_id","object","source_id")
);
--> statement-breakpoint
CREATE TABLE "source_rows" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"connection_id" uuid NOT NULL,
	"object" text NOT NULL,
	"source_id" text NOT NULL,
	"raw" jsonb,
	"print" text NOT NULL,
	"changed_there_at" timestamp with time zone,
	"read_by" uuid NOT NULL,
	"gone_at" timestamp with time zone,
	"state" text DEFAULT 'new' NOT NULL,
	"fact" jsonb,
	"contact_id" text,
	"currency" text,
	"open_minor" bigint,
	"reason" text,
	"detail" text DEFAULT '' NOT NULL,
	"fix" jsonb,
	"customer_id" uuid,
	"document_id" uuid,
	"deposit_id" uuid,
	"booked" text,
	"is_unapplied" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "source_rows_org_id_connection_id_object_source_id_pk" PRIMARY KEY("org_id","connection_id","object","source_id")
);
--> statement-breakpoint
CREATE TABLE "sync_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"connection_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"step" text DEFAULT 'fetch' NOT NULL,
	"cursor" jsonb,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"totals" jsonb,
	"log" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "job_runs" DROP CONSTRAINT "job_runs_day";--> statement-breakpoint
ALTER TABLE "job_runs" ADD COLUMN "slot" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "source_hints" ADD CONSTRAINT "source_hints_connection" FOREIGN KEY ("org_id","connection_id") REFERENCES "public"."connections"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_rows" ADD CONSTRAINT "source_rows_connection" FOREIGN KEY ("org_id","connection_id") REFERENCES "public"."connections"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_rows" ADD CONSTRAINT "source_rows_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_rows" ADD CONSTRAINT "source_rows_document" FOREIGN KEY ("org_id","customer_id","document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_rows" ADD CONSTRAINT "source_rows_deposit" FOREIGN KEY ("org_id","customer_id","deposit_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_connection" FOREIGN KEY ("org_id","connection_id") REFERENCES "public"."connections"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "connections_live" ON "connections" USING btree ("org_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "source_rows_state" ON "source_rows" USING btree ("org_id","connection_id","state","object","source_id");--> statement-breakpoint
CREATE INDEX "source_rows_contact" ON "source_rows" USING btree ("org_id","connection_id","contact_id");--> statement-breakpoint
CREATE INDEX "source_rows_customers" ON "source_rows" USING btree ("org_id","customer_id");--> statement-breakpoint
CREATE INDEX "source_rows_documents" ON "source_rows" USING btree ("org_id","document_id");--> statement-breakpoint
CREATE INDEX "source_rows_unapplied" ON "source_rows" USING btree ("org_id","connection_id","customer_id") WHERE is_unapplied;--> statement-breakpoint
CREATE INDEX "sync_runs_log" ON "sync_runs" USING btree ("org_id","started_at","id");--> statement-breakpoint
ALTER TABLE "job_runs" ADD CONSTRAINT "job_runs_slot" UNIQUE("org_id","job","day","slot");