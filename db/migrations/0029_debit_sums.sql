CREATE TABLE "debit_sums" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"currency" text NOT NULL,
	"issued_on" date NOT NULL,
	"due_on" date NOT NULL,
	"month" date NOT NULL,
	"amount_minor" bigint NOT NULL,
	"timely_minor" bigint NOT NULL,
	"written_off_minor" bigint NOT NULL,
	CONSTRAINT "debit_sums_org_id_currency_issued_on_due_on_month_pk" PRIMARY KEY("org_id","currency","issued_on","due_on","month")
);
