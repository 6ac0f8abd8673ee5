DROP INDEX "documents_balance";--> statement-breakpoint
CREATE INDEX "payment_details_method" ON "payment_details" USING btree ("org_id","method");