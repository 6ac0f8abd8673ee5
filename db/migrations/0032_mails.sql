CREATE TABLE "job_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"job" text NOT NULL,
	"day" date,
	"state" text DEFAULT 'queued' NOT NULL,
	"requested_by" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"run_after" timestamp with time zone DEFAULT now() NOT NULL,
	"beat_at" timestamp with time zone,
	"counts" jsonb,
	"problem" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "job_runs_day" UNIQUE("org_id","job","day")
);
--> statement-breakpoint
CREATE TABLE "address_blocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"address" text NOT NULL,
	"reason" text NOT NULL,
	"mail_id" uuid,
	"placed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"released_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "mail_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"mail_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"outcome" text NOT NULL,
	"detail" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_settings" (
	"org_id" uuid PRIMARY KEY DEFAULT app.org_id() NOT NULL,
	"sender_name" text,
	"reply_to" text,
	"reminders_at" integer,
	"digest_at" integer,
	"statements_on" integer,
	"sends_receipts" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"customer_id" uuid,
	"document_id" uuid,
	"reminder_id" uuid,
	"to_name" text NOT NULL,
	"to_address" text NOT NULL,
	"cc" text[] DEFAULT '{}' NOT NULL,
	"language" text NOT NULL,
	"params" jsonb NOT NULL,
	"secret" text,
	"key" text,
	"message_id" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"send_after" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_at" timestamp with time zone,
	"problem" text,
	"subject" text,
	"html" text,
	"plain" text,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "mails_org_id" UNIQUE("org_id","id"),
	CONSTRAINT "mails_key" UNIQUE("org_id","key")
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_org_id" UNIQUE("org_id","id");--> statement-breakpoint
ALTER TABLE "address_blocks" ADD CONSTRAINT "address_blocks_mail" FOREIGN KEY ("org_id","mail_id") REFERENCES "public"."mails"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_attempts" ADD CONSTRAINT "mail_attempts_of" FOREIGN KEY ("org_id","mail_id") REFERENCES "public"."mails"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_customer" FOREIGN KEY ("org_id","customer_id") REFERENCES "public"."customers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_document" FOREIGN KEY ("org_id","customer_id","document_id") REFERENCES "public"."documents"("org_id","customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_reminder" FOREIGN KEY ("org_id","reminder_id") REFERENCES "public"."reminders"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "job_runs_log" ON "job_runs" USING btree ("org_id","created_at","id");--> statement-breakpoint
CREATE INDEX "job_runs_due" ON "job_runs" USING btree ("run_after") WHERE state in ('queued', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "address_blocks_live" ON "address_blocks" USING btree ("org_id","address") WHERE released_at is null;--> statement-breakpoint
CREATE INDEX "mail_attempts_of" ON "mail_attempts" USING btree ("org_id","mail_id","at");--> statement-breakpoint
CREATE INDEX "mails_log" ON "mails" USING btree ("org_id","created_at","id");--> statement-breakpoint
CREATE INDEX "mails_of" ON "mails" USING btree ("org_id","customer_id","created_at");--> statement-breakpoint
CREATE INDEX "mails_document" ON "mails" USING btree ("org_id","document_id");--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("send_after") WHERE state in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "password_resets_user" ON "password_resets" USING btree ("user_id");