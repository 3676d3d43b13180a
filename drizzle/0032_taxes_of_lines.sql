ALTER TABLE "books"."credit_memo_lines" ADD COLUMN "tax_parts" bigint[];--> statement-breakpoint
ALTER TABLE "books"."credit_memo_taxes" ADD COLUMN "sold" bigint;--> statement-breakpoint
ALTER TABLE "books"."invoice_lines" ADD COLUMN "tax_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."invoice_lines" ADD COLUMN "tax_parts" bigint[];--> statement-breakpoint
ALTER TABLE "books"."invoice_taxes" ADD COLUMN "sold" bigint;--> statement-breakpoint
ALTER TABLE "books"."invoice_lines" ADD CONSTRAINT "invoice_lines_tax_of" FOREIGN KEY ("org_id","tax_id") REFERENCES "books"."tax_rates"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."credit_memo_taxes" ADD CONSTRAINT "credit_memo_taxes_sold" CHECK ("books"."credit_memo_taxes"."sold" between 0 and "books"."credit_memo_taxes"."base");--> statement-breakpoint
ALTER TABLE "books"."invoice_taxes" ADD CONSTRAINT "invoice_taxes_sold" CHECK ("books"."invoice_taxes"."sold" between 0 and "books"."invoice_taxes"."base");