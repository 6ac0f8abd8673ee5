ALTER TABLE "disputes" ADD COLUMN "resolved_by" uuid;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "cancelled_by" uuid;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "cancel_reason" text;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "customer_id" uuid;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;