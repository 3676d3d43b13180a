// Who can be whose parent, and how far a limit goes that a family shares.
import { item } from "./naive.ts";
import { changed, posted, type Guard } from "./guard.ts";

export const FAMILIES: readonly Guard[] = [
  changed("accounts", "accounts_limit_of", "limit_of = gen_random_uuid() where id = '{branch}'", {
    kind: "foreign key",
  }),
  changed("customers", "customers_parent", "parent_id = id where id = '{headCustomer}'", {
    kind: "foreign key",
  }),
  changed(
    "customers",
    "customers_parent",
    "parent_id = (select customer_id from books.accounts where id = '{a}') where id = '{headCustomer}'",
    { kind: "foreign key" },
  ),
  posted("limit_used", "accounts", {
    account: "{branch}",
    kind: "invoice",
    gated: true,
    items: 15_01,
    rows: [item({ account: "{branch}", amount: 15_01, kind: "invoice" })],
    journal: [
      ["1200", 15_01],
      ["4000", -15_01],
    ],
  }),
];
