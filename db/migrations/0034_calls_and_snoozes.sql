CREATE TABLE "calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"contact_name" text,
	"note" text,
	"called_on" date NOT NULL,
	"created_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT app.recorded_at() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid
);
--> statement-breakpoint
CREATE TABLE "snoozes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"until" date NOT NULL,
	"snoozed_on" date NOT NULL,
	"reason" text,
	"created_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT app.recorded_at() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid
);
--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "owner" text;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snoozes" ADD CONSTRAINT "snoozes_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calls_of" ON "calls" USING btree ("org_id","customer_id","called_on");--> statement-breakpoint
CREATE INDEX "calls_on" ON "calls" USING btree ("org_id","called_on");--> statement-breakpoint
CREATE INDEX "snoozes_of" ON "snoozes" USING btree ("org_id","customer_id");--> statement-breakpoint
CREATE INDEX "snoozes_until" ON "snoozes" USING btree ("org_id","until");