CREATE TABLE "late_charges" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"through_on" date NOT NULL,
	"document_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT app.recorded_at() NOT NULL,
	CONSTRAINT "late_charges_org_id_invoice_id_kind_through_on_pk" PRIMARY KEY("org_id","invoice_id","kind","through_on")
);
--> statement-breakpoint
ALTER TABLE "late_charges" ADD CONSTRAINT "late_charges_invoice" FOREIGN KEY ("org_id","customer_id","invoice_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "late_charges" ADD CONSTRAINT "late_charges_document" FOREIGN KEY ("org_id","customer_id","document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "late_charges_fee" ON "late_charges" USING btree ("org_id","invoice_id") WHERE kind = 'fee';--> statement-breakpoint
CREATE INDEX "late_charges_through" ON "late_charges" USING btree ("org_id","through_on");