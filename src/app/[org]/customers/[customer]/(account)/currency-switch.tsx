// Which of the customer's accounts is shown, one per currency. Most customers have one account, and then there is nothing
// to choose. What else was asked is of the other account, but for the moment, which stays.
import type { AccountPage } from "@/domain/receivables/account-page.ts";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { momentHref } from "../../../_moment/moment.ts";
import { currencyHref, toCustomer } from "../../../_shell/links.ts";
import type { AccountParams } from "./search-params.ts";

type Props = { org: string; home: string; account: AccountPage; asked: AccountParams };

export function CurrencySwitch({ org, home, account, asked }: Props) {
  const { currencies, currency, customerId } = account;
  if (currencies.length < 2) return null;
  return (
    <div className="-mt-2 mb-3">
      <FilterLinks
        label="Currency of the account"
        links={currencies.map((each) => ({
          words: each,
          href: toCustomer(org, customerId, { ...currencyHref(each, home), ...momentHref(asked.moment) }),
          on: each === currency,
        }))}
      />
    </div>
  );
}
