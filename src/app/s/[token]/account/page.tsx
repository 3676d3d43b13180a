// The account behind a statement's link as it is now. Opening it shows and changes nothing.
import type { Metadata } from "next";
import { z } from "zod";
import { documentWords } from "@/domain/language/document-words.ts";
import { sharedAccountWords } from "@/domain/language/shared-account-words.ts";
import { readParams } from "@/domain/lists/search-params.ts";
import { sharedAccount } from "@/server/shared-account.ts";
import { AccountView } from "../_account/account-view.tsx";
import { toShared } from "../_account/links.ts";
import { readingOf } from "../_account/reading.ts";
import { NothingHere } from "../_account/nothing-here.tsx";
import { NoStatement } from "../no-statement.tsx";
import { businessOf, readShared } from "../read-shared.ts";
import { SharedFrame } from "../shared-frame.tsx";

type Props = PageProps<"/s/[token]/account">;

const Cursor = z.string().max(200);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const opened = await readShared((await params).token);
  if (opened.kind !== "open") return { title: { absolute: documentWords(opened.language).link.title } };
  const { language, name } = businessOf(opened.shared);
  return { title: { absolute: sharedAccountWords(language).account(name) }, referrer: "no-referrer" };
}

export default async function SharedAccountPage({ params, searchParams }: Props) {
  const { token } = await params;
  const opened = await readShared(token);
  if (opened.kind !== "open") return <NoStatement token={token} opened={opened} />;
  const { shared } = opened;
  if (shared.kind !== "statement" || shared.issued.statement.accounts)
    return <NothingHere language={businessOf(shared).language} />;
  const pages = readParams({ unpaid: Cursor, history: Cursor }, await searchParams);
  const account = await sharedAccount(shared, pages);
  const { business, currency, asOf } = account;
  const { say, date, page } = readingOf(business, currency);
  return (
    <SharedFrame
      pdf={null}
      back={{ href: toShared(token), label: say.back }}
      business={business}
      title={say.account(business.name)}
      about={say.asOf(date(asOf))}
      foot={[say.contact(business.name), page.passOn]}
    >
      <AccountView token={token} account={account} pages={pages} />
    </SharedFrame>
  );
}
