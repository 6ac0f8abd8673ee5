DROP INDEX "mails_due";--> statement-breakpoint
ALTER TABLE "mail_settings" ALTER COLUMN "sends_receipts" SET DEFAULT true;--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("org_id","send_after") WHERE state in ('queued', 'sending');