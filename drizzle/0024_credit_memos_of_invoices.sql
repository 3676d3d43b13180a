CREATE TABLE "books"."credit_memo_lines" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"credit_memo_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"invoice_id" uuid NOT NULL,
	"invoice_line" integer NOT NULL,
	"sku" text DEFAULT '' NOT NULL,
	"description" text NOT NULL,
	"quantity" numeric(18, 6),
	"unit" text DEFAULT '' NOT NULL,
	"total" bigint NOT NULL,
	"taxable" boolean NOT NULL,
	"tax" bigint NOT NULL,
	"retainage" bigint NOT NULL,
	"chart_code" text NOT NULL,
	CONSTRAINT "credit_memo_lines_key" PRIMARY KEY("org_id","credit_memo_id","line"),
	CONSTRAINT "credit_memo_lines_quantity" CHECK ("books"."credit_memo_lines"."quantity" > 0),
	CONSTRAINT "credit_memo_lines_amounts" CHECK ("books"."credit_memo_lines"."total" >= 0 and "books"."credit_memo_lines"."tax" >= 0 and "books"."credit_memo_lines"."retainage" between 0 and "books"."credit_memo_lines"."total"),
	CONSTRAINT "credit_memo_lines_tax" CHECK ("books"."credit_memo_lines"."taxable" or "books"."credit_memo_lines"."tax" = 0)
);
--> statement-breakpoint
ALTER TABLE "books"."credit_memo_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "books"."credit_memo_taxes" (
	"org_id" uuid DEFAULT books.current_org_id() NOT NULL,
	"credit_memo_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"agency_id" uuid NOT NULL,
	"agency" text NOT NULL,
	"name" text NOT NULL,
	"rate" numeric(6, 3) NOT NULL,
	"base" bigint NOT NULL,
	"tax" bigint NOT NULL,
	CONSTRAINT "credit_memo_taxes_key" PRIMARY KEY("org_id","credit_memo_id","line"),
	CONSTRAINT "credit_memo_taxes_rate" CHECK ("books"."credit_memo_taxes"."rate" between 0 and 100),
	CONSTRAINT "credit_memo_taxes_amounts" CHECK ("books"."credit_memo_taxes"."base" >= 0 and "books"."credit_memo_taxes"."tax" >= 0)
);
--> statement-breakpoint
ALTER TABLE "books"."credit_memo_taxes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "books"."credit_memos" DROP CONSTRAINT "credit_memos_foot";--> statement-breakpoint
ALTER TABLE "books"."credit_memos" ADD COLUMN "retainage" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."credit_memos" ADD COLUMN "notes_to_customer" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."credit_memos" ADD COLUMN "invoice_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."credit_memo_lines" ADD CONSTRAINT "credit_memo_lines_memo" FOREIGN KEY ("org_id","credit_memo_id") REFERENCES "books"."credit_memos"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."credit_memo_lines" ADD CONSTRAINT "credit_memo_lines_credited" FOREIGN KEY ("org_id","invoice_id","invoice_line") REFERENCES "books"."invoice_lines"("org_id","invoice_id","line") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."credit_memo_taxes" ADD CONSTRAINT "credit_memo_taxes_memo" FOREIGN KEY ("org_id","credit_memo_id") REFERENCES "books"."credit_memos"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."credit_memo_taxes" ADD CONSTRAINT "credit_memo_taxes_agency" FOREIGN KEY ("org_id","agency_id") REFERENCES "books"."tax_agencies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credit_memo_lines_of_invoice" ON "books"."credit_memo_lines" USING btree ("org_id","invoice_id","invoice_line");--> statement-breakpoint
CREATE INDEX "credit_memo_taxes_of_agency" ON "books"."credit_memo_taxes" USING btree ("org_id","agency_id");--> statement-breakpoint
ALTER TABLE "books"."credit_memos" ADD CONSTRAINT "credit_memos_invoice" FOREIGN KEY ("org_id","invoice_id") REFERENCES "books"."invoices"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credit_memos_of_invoice" ON "books"."credit_memos" USING btree ("org_id","invoice_id") WHERE invoice_id is not null;--> statement-breakpoint
ALTER TABLE "books"."credit_memos" ADD CONSTRAINT "credit_memos_of_one" CHECK ("books"."credit_memos"."receipt_id" is null or "books"."credit_memos"."invoice_id" is null);--> statement-breakpoint
ALTER TABLE "books"."credit_memos" ADD CONSTRAINT "credit_memos_foot" CHECK ("books"."credit_memos"."total" = "books"."credit_memos"."subtotal" + "books"."credit_memos"."tax" - "books"."credit_memos"."retainage" and "books"."credit_memos"."total" >= 0
        and "books"."credit_memos"."subtotal" >= 0 and "books"."credit_memos"."retainage" >= 0 and "books"."credit_memos"."subtotal" + "books"."credit_memos"."tax" > 0);--> statement-breakpoint
CREATE POLICY "wall" ON "books"."credit_memo_lines" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());--> statement-breakpoint
CREATE POLICY "wall" ON "books"."credit_memo_taxes" AS PERMISSIVE FOR ALL TO public USING (org_id = books.current_org_id()) WITH CHECK (org_id = books.current_org_id());
--> statement-breakpoint
GRANT SELECT, INSERT ON books.credit_memo_lines, books.credit_memo_taxes TO onaccount_app;
