CREATE TABLE "payment_gateways" (
	"org_id" uuid PRIMARY KEY DEFAULT app.org_id() NOT NULL,
	"secret_key" text NOT NULL,
	"webhook_secret" text NOT NULL,
	"key_end" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_refunds" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"provider_reference" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"intent_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"document_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT app.recorded_at() NOT NULL,
	CONSTRAINT "payment_refunds_org_id_provider_reference_pk" PRIMARY KEY("org_id","provider_reference")
);
--> statement-breakpoint
ALTER TABLE "payment_intents" ADD COLUMN "provider_reference" text;--> statement-breakpoint
ALTER TABLE "payment_refunds" ADD CONSTRAINT "payment_refunds_of" FOREIGN KEY ("org_id","customer_id","currency","intent_id") REFERENCES "public"."payment_intents"("org_id","customer_id","currency","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_refunds" ADD CONSTRAINT "payment_refunds_document" FOREIGN KEY ("org_id","customer_id","document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_intents" ADD CONSTRAINT "payment_intents_provider" UNIQUE("org_id","provider_reference");