CREATE TABLE "books"."branding" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"logo_hash" "bytea",
	"accent" text,
	"remit_to" text[] DEFAULT '{}' NOT NULL,
	"iban" text,
	"terms" text DEFAULT '' NOT NULL,
	"age_messages" text[] DEFAULT '{"","","","",""}' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "branding_key" PRIMARY KEY("org_id"),
	CONSTRAINT "branding_accent" CHECK ("books"."branding"."accent" ~ '^#[0-9a-f]{6}$'),
	CONSTRAINT "branding_iban" CHECK ("books"."branding"."iban" ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
	CONSTRAINT "branding_remit_to" CHECK (cardinality("books"."branding"."remit_to") <= 6),
	CONSTRAINT "branding_terms" CHECK (length("books"."branding"."terms") <= 600),
	CONSTRAINT "branding_messages" CHECK (cardinality("books"."branding"."age_messages") = 5)
);
--> statement-breakpoint
ALTER TABLE "books"."branding" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."logos" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"hash" "bytea" NOT NULL,
	"content" "bytea" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "logos_key" PRIMARY KEY("org_id","hash"),
	CONSTRAINT "logos_hash" CHECK ("books"."logos"."hash" = sha256("books"."logos"."content")),
	CONSTRAINT "logos_size" CHECK (length("books"."logos"."content") between 1 and 1024 * 1024),
	CONSTRAINT "logos_pixels" CHECK ("books"."logos"."width" between 1 and 1000 and "books"."logos"."height" between 1 and 1000)
);
--> statement-breakpoint
ALTER TABLE "books"."logos" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."branding" ADD CONSTRAINT "branding_logo" FOREIGN KEY ("org_id","logo_hash") REFERENCES "books"."logos"("org_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "wall" ON "books"."branding" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."logos" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.logos, books.branding TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (logo_hash, accent, remit_to, iban, terms, age_messages, version, changed_by, changed_at) ON books.branding TO onaccount_app;
