CREATE TABLE "books"."signature_requests" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"id" uuid DEFAULT books.new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"shown" text NOT NULL,
	"asked_by" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"path" text,
	"name" text DEFAULT '' NOT NULL,
	"signed_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	CONSTRAINT "signature_requests_key" PRIMARY KEY("org_id","id"),
	CONSTRAINT "signature_requests_amount" CHECK ("books"."signature_requests"."amount" > 0),
	CONSTRAINT "signature_requests_path" CHECK (path ~ '^(M(1000|\d{1,3}) (400|[123]?\d{1,2})(L(1000|\d{1,3}) (400|[123]?\d{1,2}))+)+$' and length(path) <= 16000),
	CONSTRAINT "signature_requests_name" CHECK (length("books"."signature_requests"."name") <= 100 and "books"."signature_requests"."name" !~ '[[:cntrl:]]'),
	CONSTRAINT "signature_requests_signed" CHECK (("books"."signature_requests"."signed_at" is null) = ("books"."signature_requests"."path" is null)),
	CONSTRAINT "signature_requests_used" CHECK ("books"."signature_requests"."used_at" is null or "books"."signature_requests"."signed_at" is not null),
	CONSTRAINT "signature_requests_shown" CHECK (length("books"."signature_requests"."shown") <= 20000)
);
--> statement-breakpoint
ALTER TABLE "books"."signature_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."signatures" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"invoice_id" uuid NOT NULL,
	"event_number" bigint NOT NULL,
	"path" text NOT NULL,
	"name" text NOT NULL,
	"way" text NOT NULL,
	"digest" "bytea" NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "signatures_key" PRIMARY KEY("org_id","invoice_id"),
	CONSTRAINT "signatures_way" CHECK (way in ('counter', 'phone', 'program')),
	CONSTRAINT "signatures_path" CHECK (path ~ '^(M(1000|\d{1,3}) (400|[123]?\d{1,2})(L(1000|\d{1,3}) (400|[123]?\d{1,2}))+)+$' and length(path) <= 16000),
	CONSTRAINT "signatures_name" CHECK (length("books"."signatures"."name") <= 100 and "books"."signatures"."name" !~ '[[:cntrl:]]'),
	CONSTRAINT "signatures_digest" CHECK ("books"."signatures"."digest" = sha256(convert_to("books"."signatures"."name" || E'\n' || "books"."signatures"."path", 'UTF8')))
);
--> statement-breakpoint
ALTER TABLE "books"."signatures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."attachments" DROP CONSTRAINT "attachments_of_one";--> statement-breakpoint
ALTER TABLE "books"."attachments" ADD COLUMN "buyer_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."events" ADD COLUMN "signature_digest" "bytea";--> statement-breakpoint
ALTER TABLE "books"."settings" ADD COLUMN "charge_proof" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."signature_requests" ADD CONSTRAINT "signature_requests_account" FOREIGN KEY ("org_id","account_id") REFERENCES "books"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."signatures" ADD CONSTRAINT "signatures_invoice" FOREIGN KEY ("org_id","invoice_id") REFERENCES "books"."invoices"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."signatures" ADD CONSTRAINT "signatures_event" FOREIGN KEY ("org_id","event_number") REFERENCES "books"."events"("org_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signature_requests_over" ON "books"."signature_requests" USING btree ("org_id","expires_at");--> statement-breakpoint
ALTER TABLE "books"."attachments" ADD CONSTRAINT "attachments_buyer" FOREIGN KEY ("org_id","buyer_id") REFERENCES "books"."buyers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attachments_photo_once" ON "books"."attachments" USING btree ("org_id","buyer_id") WHERE removed_at is null and buyer_id is not null;--> statement-breakpoint
ALTER TABLE "books"."attachments" ADD CONSTRAINT "attachments_photo" CHECK ("books"."attachments"."buyer_id" is null or "books"."attachments"."media_type" <> 'application/pdf');--> statement-breakpoint
ALTER TABLE "books"."attachments" ADD CONSTRAINT "attachments_of_one" CHECK (num_nonnulls("books"."attachments"."customer_id", "books"."attachments"."receipt_id", "books"."attachments"."invoice_id", "books"."attachments"."payment_id", "books"."attachments"."draft_id", "books"."attachments"."buyer_id") = 1);--> statement-breakpoint
ALTER TABLE "books"."events" ADD CONSTRAINT "events_signed" CHECK ("books"."events"."signature_digest" is null or "books"."events"."gated" and length("books"."events"."signature_digest") = 32);--> statement-breakpoint
ALTER TABLE "books"."settings" ADD CONSTRAINT "settings_charge_proof" CHECK (charge_proof in ('none', 'signature', 'copies'));--> statement-breakpoint
CREATE POLICY "wall" ON "books"."signature_requests" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."signatures" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
GRANT SELECT, INSERT ON books.signatures TO onaccount_app;--> statement-breakpoint
GRANT SELECT, INSERT ON books.signature_requests TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (path, name, signed_at, used_at) ON books.signature_requests TO onaccount_app;--> statement-breakpoint
GRANT UPDATE (charge_proof) ON books.settings TO onaccount_app;--> statement-breakpoint
DROP FUNCTION IF EXISTS books.event_canonical(books.events);--> statement-breakpoint
DROP FUNCTION IF EXISTS books.canonical(uuid, uuid, text, bigint, bigint, text, date, date, timestamptz, bigint, bigint, bigint, bigint, bigint, text, text, uuid, bigint, uuid, bytea);
