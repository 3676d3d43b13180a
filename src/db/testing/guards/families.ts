// Who can be whose parent, how far a limit goes that a family shares, and what one check of several customers adds up to.
import { item, reduction, used } from "./naive.ts";
import { changed, copied, posted, type Guard } from "./guard.ts";

export const FAMILIES: readonly Guard[] = [
  changed("split_payments", "split_payments_account", "account_id = gen_random_uuid()", {
    kind: "foreign key",
  }),
  changed("split_payments", "split_payments_amount", "amount = 0"),
  {
    name: "splits_made",
    table: "split_payments",
    by: "splits_foot",
    wrong: `insert into books.split_payments (account_id, currency, amount) values ('{a}', 'USD', 5)`,
  },
  {
    ...copied(
      "splits_paid",
      "payments",
      { id: "gen_random_uuid()", number: "'X-1'", event_number: "{lone}" },
      "split_id is not null",
    ),
    by: "splits_foot",
  },
  posted("splits_undone", "events", {
    account: "{head}",
    kind: "reversal",
    reverses: "{headPart}",
    credit: -1_00,
    rows: [
      reduction({ account: "{head}", credit: "{headPart}", amount: 1_00, kind: "reversed" }),
      used("credits", "reversed", { id: "{headPart}", amount: 1_00 }),
    ],
  }),
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
    items: 30_00,
    rows: [item({ account: "{branch}", amount: 30_00, kind: "invoice" })],
    journal: [
      ["1200", 30_00],
      ["4000", -30_00],
    ],
  }),
];
