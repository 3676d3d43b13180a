ALTER TABLE "books"."attachments" DROP CONSTRAINT "attachments_of_one";--> statement-breakpoint
ALTER TABLE "books"."outbox" DROP CONSTRAINT "outbox_kind";--> statement-breakpoint
ALTER TABLE "directory"."statement_links" ALTER COLUMN "statement_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."outbox" ALTER COLUMN "statement_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."attachments" ADD COLUMN "draft_id" uuid;--> statement-breakpoint
ALTER TABLE "directory"."statement_links" ADD COLUMN "invoice_id" uuid;--> statement-breakpoint
ALTER TABLE "directory"."statement_links" ADD COLUMN "credit_memo_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD COLUMN "invoice_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD COLUMN "credit_memo_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD COLUMN "message" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "books"."attachments" ADD CONSTRAINT "attachments_draft" FOREIGN KEY ("org_id","draft_id") REFERENCES "books"."invoice_drafts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD CONSTRAINT "outbox_invoice" FOREIGN KEY ("org_id","invoice_id") REFERENCES "books"."invoices"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD CONSTRAINT "outbox_credit_memo" FOREIGN KEY ("org_id","credit_memo_id") REFERENCES "books"."credit_memos"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_of_draft" ON "books"."attachments" USING btree ("org_id","draft_id");--> statement-breakpoint
CREATE INDEX "statement_links_by_invoice" ON "directory"."statement_links" USING btree ("org_id","invoice_id") WHERE invoice_id is not null;--> statement-breakpoint
CREATE INDEX "statement_links_by_credit_memo" ON "directory"."statement_links" USING btree ("org_id","credit_memo_id") WHERE credit_memo_id is not null;--> statement-breakpoint
CREATE INDEX "outbox_of_invoice" ON "books"."outbox" USING btree ("org_id","invoice_id") WHERE invoice_id is not null;--> statement-breakpoint
CREATE INDEX "outbox_of_credit_memo" ON "books"."outbox" USING btree ("org_id","credit_memo_id") WHERE credit_memo_id is not null;--> statement-breakpoint
ALTER TABLE "books"."attachments" ADD CONSTRAINT "attachments_of_one" CHECK (num_nonnulls("books"."attachments"."customer_id", "books"."attachments"."receipt_id", "books"."attachments"."invoice_id", "books"."attachments"."payment_id", "books"."attachments"."draft_id") = 1);--> statement-breakpoint
ALTER TABLE "directory"."statement_links" ADD CONSTRAINT "statement_links_of_one" CHECK (num_nonnulls("directory"."statement_links"."statement_id", "directory"."statement_links"."invoice_id", "directory"."statement_links"."credit_memo_id") = 1);--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD CONSTRAINT "outbox_paper" CHECK (("books"."outbox"."kind" = 'statement-mail') = ("books"."outbox"."statement_id" is not null)
        and ("books"."outbox"."kind" = 'invoice-mail') = ("books"."outbox"."invoice_id" is not null)
        and ("books"."outbox"."kind" = 'credit-memo-mail') = ("books"."outbox"."credit_memo_id" is not null));--> statement-breakpoint
ALTER TABLE "books"."outbox" ADD CONSTRAINT "outbox_kind" CHECK (kind in ('statement-mail', 'invoice-mail', 'credit-memo-mail'));
--> statement-breakpoint
GRANT SELECT (invoice_id, credit_memo_id) ON directory.statement_links TO onaccount_app, onaccount_link;
