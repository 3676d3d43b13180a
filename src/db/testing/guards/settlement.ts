// What makes, uses and reverses items and credits, holds money back, and keeps the journal.
import { posted, type Guard } from "./guard.ts";
import { allocation, credit, item, reduction, used, withheld } from "./naive.ts";

const refund = (amount: number) => [
  reduction({ amount, credit: "{credit}" }),
  used("credits", "refunded", { id: "{credit}", amount }),
];

/** Two rows at once for an event that is there already. */
const later = (first: string, second: string) =>
  `${first}, ${second.slice(second.indexOf("(900001"))}`
    .replace(/900001, \d/, "{eventless}, 8")
    .replace(/900001, \d/, "{eventless}, 9");

/** Of the two rows that say it, the last is looked at first. */
const unapplied = (...tables: readonly ["items" | "credits", "items" | "credits"]) => ({
  account: "{b}",
  kind: "un-application",
  on: "2026-01-11",
  items: 900,
  credit: 900,
  rows: [
    ...tables.map((table) =>
      used(table, "applied", { id: table === "items" ? "{debt}" : "{money}", amount: -900 }),
    ),
    allocation({ account: "{b}", item: "{debt}", credit: "{money}", amount: -900, on: "2026-01-11" }),
  ],
});

export const SETTLEMENT: readonly Guard[] = [
  posted("items_amount", "items", { rows: [item({ amount: 0 })] }),
  posted("credits_amount", "credits", { kind: "adjustment-down", rows: [credit({ amount: 0 })] }),
  posted(
    "items_use",
    "items",
    {
      kind: "application",
      items: -8100,
      credit: -8100,
      rows: [
        allocation({ amount: 8100, credit: "{big}" }),
        used("items", "applied", { id: "{item}", amount: 8100 }),
        used("credits", "applied", { id: "{big}", amount: 8100 }),
      ],
    },
    { heldBy: "items_changed" },
  ),
  posted(
    "credits_use",
    "credits",
    { kind: "refund", credit: -4001, rows: refund(4001) },
    { heldBy: "credits_changed" },
  ),
  posted("credits_given_up", "credits", {
    kind: "write-off",
    credit: 500,
    rows: [credit({ amount: 500, kind: "write-off" })],
  }),
  posted("allocations_amount", "allocations", {
    kind: "application",
    rows: [
      allocation({ amount: 0 }),
      used("items", "applied", { id: "{item}", amount: 0 }),
      used("credits", "applied", { id: "{credit}", amount: 0 }),
    ],
  }),
  posted("reductions_amount", "reductions", { kind: "refund", rows: refund(0) }),
  posted(
    "reductions_kind",
    "reductions",
    {
      kind: "refund",
      credit: -100,
      rows: [
        reduction({ amount: 100, credit: "{credit}", kind: "lost" }),
        used("credits", "reversed", { id: "{credit}", amount: 100 }),
      ],
    },
    { heldBy: "credits_changed" },
  ),
  posted("reductions_of_one", "reductions", {
    kind: "refund",
    credit: 0,
    rows: [reduction({ amount: 100, kind: "reversed" })],
  }),
  posted("reductions_final", "reductions", {
    kind: "adjustment-down",
    credit: 100,
    rows: [
      reduction({ amount: -100, credit: "{reversedDown}", kind: "reversed" }),
      used("credits", "reversed", { id: "{reversedDown}", amount: -100 }),
    ],
  }),
  posted("reductions_refund", "reductions", {
    kind: "refund",
    items: -100,
    rows: [
      reduction({ amount: 100, item: "{item}" }),
      used("items", "reversed", { id: "{item}", amount: 100 }),
    ],
  }),
  posted(
    "items_used",
    "items",
    { kind: "adjustment-down", rows: [used("items", "applied", { id: "{item}", amount: 5 })] },
    { by: "items_changed" },
  ),
  {
    name: "items_used",
    table: "items",
    by: "items_changed",
    wrong: "update books.items set applied = applied + 5 where id = {item}",
  },
  posted("events_posted", "events", { rows: [item({ amount: 700 })] }),
  {
    name: "items_made",
    table: "items",
    by: "items_changed",
    wrong: item({ number: "{eventless}", amount: 700 }),
  },
  {
    name: "credits_used",
    table: "credits",
    by: "credits_changed",
    wrong: "update books.credits set refunded = refunded + 5 where id = {credit}",
  },
  {
    name: "credits_made",
    table: "credits",
    by: "credits_changed",
    wrong: credit({ number: "{eventless}", amount: 700 }),
  },
  {
    name: "allocations_added",
    table: "allocations",
    wrong: allocation({ amount: 5 }).replace("900001, 1", "{eventless}, 9"),
  },
  {
    name: "reductions_added",
    table: "reductions",
    wrong: reduction({ amount: 5, credit: "{credit}" }).replace("900001, 2", "{eventless}, 9"),
  },
  posted(
    "allocations_added",
    "allocations",
    {
      kind: "application",
      on: "2026-01-20",
      items: -5,
      credit: -5,
      rows: [
        allocation({ amount: 5, on: "2026-01-20" }),
        used("items", "applied", { id: "{item}", amount: 5 }),
        used("credits", "applied", { id: "{credit}", amount: 5 }),
      ],
    },
    { by: "credits_changed", heldBy: "credits_changed" },
  ),
  // What adds up to nothing breaks no sum, and still belongs to no event that is there already.
  {
    name: "allocations_added",
    table: "allocations",
    wrong: later(allocation({ amount: 5 }), allocation({ amount: -5 })),
  },
  {
    name: "reductions_added",
    table: "reductions",
    wrong: later(
      reduction({ amount: 5, item: "{item}", kind: "transferred" }),
      reduction({ amount: -5, item: "{item}", kind: "transferred" }),
    ),
  },
  { name: "retainage_added", table: "retainage", wrong: later(withheld(5), withheld(-5)) },
  // What was applied on the 12th is given back on the 11th, when there was nothing to give back.
  posted("items_used", "items", unapplied("credits", "items"), {
    by: "items_changed",
    heldBy: "credits_changed",
  }),
  posted("credits_used", "credits", unapplied("items", "credits"), {
    by: "credits_changed",
    heldBy: "items_changed",
  }),
  posted("retainage_amount", "retainage", { rows: [withheld(0)] }),
  posted("retainage_added", "retainage", {
    held: -500,
    on: "2026-01-16",
    kind: "retainage-release",
    rows: [withheld(-500, "2026-01-16")],
  }),
  { name: "retainage_added", table: "retainage", wrong: withheld(5).replace("900001, 1", "{eventless}, 9") },
  posted("events_posted", "events", { items: 5, rows: [item({ amount: 5 })], journal: [["1200", 5]] }),
  posted("events_posted", "events", { items: 5, rows: [item({ amount: 5 })], journal: [] }),
  ...(["1200", "4910"] as const).map((code) => ({
    name: "journal_lines_added",
    table: "journal_lines",
    by: "journal_added",
    wrong: `insert into books.journal_lines (event_number, line, chart_code, amount) values ({item}, 8, '4000', 5), ({item}, 9, '${code}', -5)`,
  })),
  posted("journal_lines_amount", "journal_lines", { journal: [["4000", 0]] }),
  {
    name: "earmarks_made",
    table: "earmarks",
    by: "earmarks_kept",
    wrong: "insert into books.earmarks (account_id, amount, note, created_by) values ('{a}', 5, 'more', 'x')",
  },
  {
    name: "earmarks_released",
    kind: "trigger",
    table: "earmarks",
    by: "earmarks_kept",
    wrong: "update books.earmarks set released_by = 'x', released_at = now() where account_id = '{a}'",
  },
];
