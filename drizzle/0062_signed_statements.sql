ALTER TABLE "books"."credit_applications" DROP CONSTRAINT "credit_applications_decided";--> statement-breakpoint
ALTER TABLE "books"."credit_applications" DROP CONSTRAINT "credit_applications_said";--> statement-breakpoint
ALTER TABLE "books"."signature_requests" DROP CONSTRAINT "signature_requests_shown";--> statement-breakpoint
ALTER TABLE "books"."signatures" DROP CONSTRAINT "signatures_digest";--> statement-breakpoint
ALTER TABLE "books"."credit_applications" ADD COLUMN "change_id" uuid;--> statement-breakpoint
ALTER TABLE "books"."credit_applications" ADD COLUMN "forgotten_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "books"."signatures" ADD COLUMN "statement" text;--> statement-breakpoint
-- What phones were asked to sign is in another form from now on; what waits is over within minutes.
DELETE FROM "books"."signature_requests";--> statement-breakpoint
-- Each application that was approved names the line of the history that gave its limit. Where it gave nothing new, a line says so.
ALTER TABLE "books"."credit_applications" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "books"."credit_applications" p SET "change_id" = (
  SELECT l.id FROM books.limit_changes l JOIN books.accounts a ON a.org_id = l.org_id AND a.id = l.account_id
  WHERE l.org_id = p.org_id AND a.customer_id = p.customer_id AND l.recorded_at <= p.decided_at
    AND starts_with(l.reason, left('Application of ' || p.business || ': ', 500))
    AND (l.after::jsonb #>> '{limit,limitCents}')::bigint = p.given
  ORDER BY l.recorded_at DESC LIMIT 1)
WHERE p.state = 'approved';--> statement-breakpoint
WITH lone AS MATERIALIZED (
  SELECT p.org_id, p.id, a.id AS account_id, books.new_id() AS change_id, p.decided_by, p.decided_at,
    left('Application of ' || p.business || ': ' || p.reason, 500) AS reason,
    jsonb_build_object('status', a.status, 'chargingAllowed', a.charging_allowed,
      'limit', jsonb_build_object('kind', 'limit', 'limitCents', p.given))::text AS terms
  FROM books.credit_applications p
  JOIN directory.orgs o ON o.id = p.org_id
  JOIN books.accounts a ON a.org_id = p.org_id AND a.customer_id = p.customer_id AND a.currency = o.currency
  WHERE p.state = 'approved' AND p.change_id IS NULL),
said AS (
  INSERT INTO books.limit_changes (org_id, id, account_id, before, after, reason, requested_by, recorded_at)
  SELECT org_id, change_id, account_id, terms, terms, reason, decided_by, decided_at FROM lone)
UPDATE books.credit_applications p SET change_id = l.change_id FROM lone l WHERE p.org_id = l.org_id AND p.id = l.id;--> statement-breakpoint
ALTER TABLE "books"."credit_applications" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "books"."credit_applications" ADD CONSTRAINT "credit_applications_change" FOREIGN KEY ("org_id","change_id") REFERENCES "books"."limit_changes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books"."credit_applications" ADD CONSTRAINT "credit_applications_forgotten" CHECK ("books"."credit_applications"."forgotten_at" is null or (state = 'declined' and concat("books"."credit_applications"."business", "books"."credit_applications"."contact", "books"."credit_applications"."email", "books"."credit_applications"."phone",
        "books"."credit_applications"."address", "books"."credit_applications"."tax_number", "books"."credit_applications"."reason", "books"."credit_applications"."told") = '' and "books"."credit_applications"."named" = '[]'));--> statement-breakpoint
ALTER TABLE "books"."credit_applications" ADD CONSTRAINT "credit_applications_decided" CHECK (num_nonnulls("books"."credit_applications"."decided_by", "books"."credit_applications"."decided_at") = case when state = 'waiting' then 0 else 2 end
        and ("books"."credit_applications"."change_id" is not null) = (state = 'approved')
        and (("books"."credit_applications"."customer_id" is not null and "books"."credit_applications"."given" > 0) or state <> 'approved'));--> statement-breakpoint
ALTER TABLE "books"."credit_applications" ADD CONSTRAINT "credit_applications_said" CHECK (("books"."credit_applications"."business" <> '' or "books"."credit_applications"."forgotten_at" is not null) and "books"."credit_applications"."consent" <> '' and "books"."credit_applications"."years" >= 0 and "books"."credit_applications"."monthly" >= 0 and "books"."credit_applications"."wanted" > 0);--> statement-breakpoint
ALTER TABLE "books"."signature_requests" ADD CONSTRAINT "signature_requests_shown" CHECK (length("books"."signature_requests"."shown") <= 80000);--> statement-breakpoint
ALTER TABLE "books"."signatures" ADD CONSTRAINT "signatures_statement" CHECK (length("books"."signatures"."statement") <= 80000 and position(E'\n' in "books"."signatures"."statement") = 0);--> statement-breakpoint
ALTER TABLE "books"."signatures" ADD CONSTRAINT "signatures_digest" CHECK ("books"."signatures"."digest" = sha256(convert_to(coalesce("books"."signatures"."statement" || E'\n', '') || "books"."signatures"."name" || E'\n' || "books"."signatures"."path", 'UTF8')));--> statement-breakpoint
GRANT UPDATE (change_id) ON books.credit_applications TO onaccount_app;
