CREATE TABLE "payment_intent_parts" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"intent_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"item_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "payment_intent_parts_org_id_intent_id_item_id_pk" PRIMARY KEY("org_id","intent_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "payment_intents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"credit_minor" bigint NOT NULL,
	"provider" text NOT NULL,
	"reference" text NOT NULL,
	"created_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT app.recorded_at() NOT NULL,
	"noticed_at" timestamp with time zone,
	"sent_on" date,
	"withdrawn_at" timestamp with time zone,
	"dismissed_at" timestamp with time zone,
	"dismissed_by" uuid,
	"dismiss_reason" text,
	"document_id" uuid,
	CONSTRAINT "payment_intents_key" UNIQUE("org_id","customer_id","currency","id"),
	CONSTRAINT "payment_intents_reference" UNIQUE("org_id","reference"),
	CONSTRAINT "payment_intents_document" UNIQUE("org_id","document_id")
);
--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "bank_details" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "customer_id" uuid DEFAULT app.customer_id();--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "is_owner" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "is_owner" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "viewing_customer_id" uuid;--> statement-breakpoint
ALTER TABLE "payment_intent_parts" ADD CONSTRAINT "payment_intent_parts_of" FOREIGN KEY ("org_id","customer_id","currency","intent_id") REFERENCES "public"."payment_intents"("org_id","customer_id","currency","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_intent_parts" ADD CONSTRAINT "payment_intent_parts_item" FOREIGN KEY ("org_id","customer_id","currency","item_id") REFERENCES "public"."open_items"("org_id","customer_id","currency","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_intents" ADD CONSTRAINT "payment_intents_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_intents" ADD CONSTRAINT "payment_intents_payment" FOREIGN KEY ("org_id","customer_id","document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payment_intents_of" ON "payment_intents" USING btree ("org_id","customer_id","recorded_at");--> statement-breakpoint
CREATE INDEX "payment_intents_noticed" ON "payment_intents" USING btree ("org_id","noticed_at");--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE cascade ON UPDATE no action;