ALTER TABLE "document_lines" ADD COLUMN "beneficiary" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "purchase_order" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "purchase_order_key" text GENERATED ALWAYS AS (lower(purchase_order)) STORED;--> statement-breakpoint
CREATE INDEX "documents_purchase_order_key" ON "documents" USING btree ("org_id","purchase_order_key" text_pattern_ops) WHERE purchase_order_key is not null;