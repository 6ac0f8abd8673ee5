ALTER TABLE "organizations" ADD COLUMN "paper" text DEFAULT 'a4' NOT NULL;--> statement-breakpoint
ALTER TABLE "report_jobs" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "report_jobs" ADD COLUMN "beat_at" timestamp with time zone;