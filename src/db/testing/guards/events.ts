// What an event may say, and what may be posted at all.
import { changed, OF_A, posted, type Guard } from "./guard.ts";
import { allocation, item, reduction, used } from "./naive.ts";

/** Where an invoice may not say that it was earned, and no event may. */
const ON_REVENUE: readonly Guard[] = [
  posted("events_posted", "events", {
    kind: "invoice",
    items: 5,
    rows: [item({ amount: 5, kind: "invoice" })],
    journal: [
      ["1200", 5],
      ["1100", -5],
    ],
  }),
  posted("events_posted", "events", {
    items: 5,
    rows: [
      item({ amount: 5 }),
      "insert into books.chart (code, name, kind) values ('6999', 'Our own', 'expense')",
    ],
    journal: [
      ["1200", 5],
      ["6999", -5],
    ],
  }),
];

/** The charge of goods whose credit stands, and the credit of a return that was paid out in part. */
const OF_RETURNS: readonly Guard[] = [
  posted("events_posted", "events", {
    kind: "reversal",
    account: "{shopper}",
    reverses: "{charge}",
    items: -2200,
    credit: 1100,
    rows: [
      allocation({ account: "{shopper}", item: "{charge}", credit: "{brought}", amount: -1100 }),
      reduction({ account: "{shopper}", item: "{charge}", amount: 3300, kind: "reversed" }),
      "update books.items set applied = applied - 1100, reversed = reversed + 3300 where id = {charge}",
      used("credits", "applied", { id: "{brought}", amount: -1100 }),
    ],
  }),
  posted("events_posted", "events", {
    kind: "reversal",
    account: "{shopper}",
    reverses: "{paidout}",
    credit: -500,
    rows: [
      reduction({ account: "{shopper}", credit: "{paidout}", amount: 500, kind: "reversed" }),
      used("credits", "reversed", { id: "{paidout}", amount: 500 }),
    ],
  }),
];

/** An invoice of which a line is credited. */
const OF_CREDITED = posted("events_posted", "events", {
  kind: "reversal",
  account: "{billed}",
  on: "2026-06-20",
  reverses: "{credited}",
  items: -500,
  credit: 500,
  rows: [
    allocation({
      account: "{billed}",
      item: "{credited}",
      credit: "{creditedBy}",
      amount: -500,
      on: "2026-06-20",
    }),
    reduction({ account: "{billed}", item: "{credited}", amount: 1000, kind: "reversed", on: "2026-06-20" }),
    "update books.items set applied = applied - 500, reversed = reversed + 1000 where id = {credited}",
    used("credits", "applied", { id: "{creditedBy}", amount: -500 }),
  ],
});

export const EVENTS: readonly Guard[] = [
  changed("events", "events_kind", "kind = 'gift' where number = {item}"),
  changed("events", "events_sum", "amount = amount + 1, open_items = open_items + 1 where number = {lone}"),
  changed(
    "events",
    "events_first",
    "prev_balance = 1, amount = amount - 1, open_items = open_items - 1 where number = {lone}",
  ),
  changed("events", "events_amount_is_net", "open_items = open_items + 1 where number = {lone}"),
  changed("events", "events_reversal_names_one", "kind = 'reversal' where number = {lone}"),
  posted("events_number", "events", { number: "-5" }),
  posted(
    "events_seq",
    "events",
    { seq: "1", prevSeq: "null", prevBalance: "0" },
    { heldBy: "events_posted" },
  ),
  posted("events_chain", "events", { prevBalance: "net + 5" }, { heldBy: "accounts_head" }),
  posted("events_reversed_once", "events", {
    kind: "reversal",
    reverses: "{reversed}",
    items: -300,
    rows: [
      reduction({ amount: 300, item: "{item}", kind: "transferred" }),
      used("items", "reversed", { id: "{item}", amount: 300 }),
    ],
  }),
  posted("events_reversal", "events", {
    kind: "reversal",
    reverses: "{reversible}",
    items: -1,
    rows: [
      reduction({ amount: 1, item: "{item}", kind: "transferred" }),
      used("items", "reversed", { id: "{item}", amount: 1 }),
    ],
  }),
  posted("events_override", "events", { override: "'{override}'", account: "{b}" }),
  posted("events_override_once", "events", { override: "'{spent}'" }),
  posted("events_posted", "events", {
    override: "'{override}'",
    gated: true,
    items: 99999,
    rows: [item({ amount: 99999 })],
  }),
  posted("events_posted", "events", { gated: true, items: 9_999_999, rows: [item({ amount: 9_999_999 })] }),
  // A person's house charge, where the setting asks for a signature.
  posted("events_posted", "events", {
    gated: true,
    label: "House charge",
    actor: "user:x",
    items: 5,
    rows: [item({ amount: 5 }), "update books.settings set charge_proof = 'signature'"],
  }),
  // Within every limit, and yet it has to ask.
  posted(
    "events_charge_gated",
    "events",
    { label: "House charge", items: 5, rows: [item({ amount: 5 })] },
    { by: "charge_gated" },
  ),
  posted("charge_addressed", "events", {
    account: "{homeless}",
    gated: true,
    items: 5,
    rows: [item({ account: "{homeless}", amount: 5 })],
    seq: "coalesce(last_seq, 0) + 1",
  }),
  posted("events_posted", "events", { on: "2026-02-03" }),
  posted("events_posted", "events", { on: "2025-12-03", period: "2026-06-01" }),
  posted("events_posted", "events", {
    kind: "reversal",
    reverses: "{reversible}",
    on: "2026-04-30",
    items: -400,
    rows: [
      reduction({ amount: 400, item: "{reversible}", kind: "reversed", on: "2026-05-01" }),
      used("items", "reversed", { id: "{reversible}", amount: 400 }),
    ],
  }),
  ...ON_REVENUE,
  ...OF_RETURNS,
  OF_CREDITED,
  posted("events_posted", "events", { items: 5 }),
  posted(
    "events_posted",
    "events",
    { items: 5, moved: { items: 0 } },
    { by: "accounts_moved", heldBy: "accounts_moved" },
  ),
  posted("accounts_moved", "accounts", {
    items: 5,
    rows: [item({ amount: 5 })],
    moved: { items: 6, credit: 1 },
  }),
  changed("accounts", "accounts_moved", `earmarked = earmarked - 1 ${OF_A}`),
];
