// What is asked before the link of a paper opens, as the business has set it.
import { sql } from "drizzle-orm";
import type { Language } from "@/domain/language/language.ts";
import type { MailedPaper } from "@/domain/statements/mailed-paper.ts";
import { askedBy, type CheckAsked, type LinkCheck } from "@/domain/statements/link-check.ts";
import { cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";
import { accountOfPaper } from "./openings.ts";

export type PaperCheck = { asked: CheckAsked; language: Language };

/** null where it opens by itself. */
export async function readLinkCheck(books: Books, paper: MailedPaper): Promise<PaperCheck | null> {
  const [settings] = await books.tx.execute<{ link_check: LinkCheck; language: Language }>(
    sql`select link_check, language from books.settings`,
  );
  if (!settings || settings.link_check === "none") return null;
  const { accountId } = await accountOfPaper(books, paper);
  const [customer] = await books.tx.execute<{
    postcode: string | null;
    total: number | null;
    currency: string | null;
  }>(sql`
    select c.postal_code as postcode, i.total, i.currency
    from books.accounts a join books.customers c on c.id = a.customer_id
    left join lateral (
      select total, currency from books.invoices
      where account_id = a.id and event_number is not null
      order by issued_on desc, event_number desc limit 1) i on true
    where a.id = ${accountId}::uuid`);
  const { postcode = null, total = null, currency = null } = customer ?? {};
  const invoice = total === null || currency === null ? null : { totalCents: cents(total), currency };
  const asked = askedBy(settings.link_check, { postcode: postcode ?? "", invoice });
  return asked && { asked, language: settings.language };
}
