ALTER TABLE "customers" ADD COLUMN "name_key" text GENERATED ALWAYS AS (lower(name || ' ' || coalesce(code, ''))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "number_key" text GENERATED ALWAYS AS (lower(number)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "number_end" text GENERATED ALWAYS AS (reverse(lower(number))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "payment_details" ADD COLUMN "reference_key" text GENERATED ALWAYS AS (lower(reference)) STORED;--> statement-breakpoint
CREATE INDEX "documents_number_key" ON "documents" USING btree ("org_id","number_key" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "documents_number_end" ON "documents" USING btree ("org_id","number_end" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "documents_amount" ON "documents" USING btree ("org_id","amount_minor");--> statement-breakpoint
CREATE INDEX "payment_details_reference_key" ON "payment_details" USING btree ("org_id","reference_key" text_pattern_ops) WHERE reference_key is not null;