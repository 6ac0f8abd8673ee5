CREATE TABLE "customer_versions" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT app.recorded_at() NOT NULL,
	"name" text NOT NULL,
	"code" text,
	"parent_id" uuid,
	CONSTRAINT "customer_versions_org_id_customer_id_recorded_at_pk" PRIMARY KEY("org_id","customer_id","recorded_at")
);
--> statement-breakpoint
ALTER TABLE "report_runs" ALTER COLUMN "known_at" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "report_runs" ADD COLUMN "made_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "report_runs" ALTER COLUMN "made_at" SET DEFAULT clock_timestamp();--> statement-breakpoint
ALTER TABLE "customer_versions" ADD CONSTRAINT "customer_versions_of" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_runs_known" ON "report_runs" USING btree ("org_id","known_at","id");