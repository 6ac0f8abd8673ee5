CREATE TABLE "customer_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"merged_on" date NOT NULL,
	"transfer_ids" uuid[] DEFAULT '{}' NOT NULL,
	"created_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT app.recorded_at() NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid
);
--> statement-breakpoint
ALTER TABLE "customer_merges" ADD CONSTRAINT "customer_merges_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_merges" ADD CONSTRAINT "customer_merges_into" FOREIGN KEY ("org_id","into_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "customer_merges_live" ON "customer_merges" USING btree ("org_id","customer_id") WHERE "customer_merges"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "customer_merges_into_of" ON "customer_merges" USING btree ("org_id","into_id");