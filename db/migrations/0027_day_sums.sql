CREATE TABLE "day_sums" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"currency" text NOT NULL,
	"day" date NOT NULL,
	"owed_minor" bigint NOT NULL,
	"debits_minor" bigint NOT NULL,
	"past_due_minor" bigint NOT NULL,
	"sales_minor" bigint NOT NULL,
	"paid_minor" bigint NOT NULL,
	"paid_since_issue" numeric NOT NULL,
	"paid_since_due" numeric NOT NULL,
	CONSTRAINT "day_sums_org_id_currency_day_pk" PRIMARY KEY("org_id","currency","day")
);
