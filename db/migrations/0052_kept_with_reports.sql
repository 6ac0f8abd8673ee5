ALTER TABLE "customer_versions" ADD COLUMN "owner" text;--> statement-breakpoint
ALTER TABLE "customer_versions" ADD COLUMN "tags" text[];--> statement-breakpoint
ALTER TABLE "report_runs" ADD COLUMN "content" jsonb;