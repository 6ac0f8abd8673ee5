ALTER TABLE "customer_merges" ADD COLUMN "moved_logins" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_merges" ADD COLUMN "ended_logins" uuid[] DEFAULT '{}' NOT NULL;