CREATE TABLE "delay_sums" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"currency" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"weekday" smallint NOT NULL,
	"codes" integer[] NOT NULL,
	"weights" double precision[] NOT NULL,
	CONSTRAINT "delay_sums_org_id_currency_customer_id_weekday_pk" PRIMARY KEY("org_id","currency","customer_id","weekday")
);
--> statement-breakpoint
CREATE TABLE "forecast_tests" (
	"org_id" uuid DEFAULT app.org_id() NOT NULL,
	"currency" text NOT NULL,
	"as_of" date NOT NULL,
	"pooling" text NOT NULL,
	"found" jsonb NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "forecast_tests_org_id_currency_pk" PRIMARY KEY("org_id","currency")
);
