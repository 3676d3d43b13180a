// A writer of events who keeps all the rules of the books but those it is told to break: what the guards are for.
// Names in braces are filled in by the trial: {a} an account, {item} and {credit} of it, {b} another account.

type Naive = {
  account?: string;
  kind?: string;
  /** What a person calls it. */
  label?: string;
  on?: string;
  period?: string;
  /** What the event says it does to open items, open credit and retainage. */
  items?: number;
  credit?: number;
  held?: number;
  /** What the account's figures really move by; left out, what the event says. */
  moved?: { items?: number; credit?: number; held?: number };
  seq?: string;
  prevSeq?: string;
  prevBalance?: string;
  number?: string;
  reverses?: string;
  gated?: boolean;
  actor?: string;
  override?: string;
  currency?: string;
  /** The rows that hang on it, as values of their tables. */
  rows?: readonly string[];
  /** Chart code and amount; left out, what the figures ask for, against the adjustments. */
  journal?: readonly (readonly [string, number])[];
};

export function naive(given: Naive): string {
  const {
    account = "{a}",
    kind = "adjustment-up",
    on = "2026-06-01",
    items = 0,
    credit = 0,
    held = 0,
  } = given;
  const {
    period = `${on.slice(0, 7)}-01`,
    number = "900001",
    rows = [],
    seq = "last_seq + 1",
    prevSeq = "last_seq",
  } = given;
  const {
    reverses = "null",
    gated = false,
    label = "",
    override = "null",
    currency = "currency",
    actor = "system",
    prevBalance = "net",
  } = given;
  const moved = { items, credit, held, ...given.moved };
  const net = items - credit;
  const lines = (given.journal ?? entry(items, credit, held)).map(
    ([code, amount], at) => `(${number}, ${at + 1}, '${code}', ${amount})`,
  );
  const parts = [
    `event as (
      insert into books.events (number, account_id, currency, seq, prev_seq, kind, effective_on, period, recorded_at, amount,
        open_items, open_credit, retained, prev_balance, balance_after, actor, label, hash, gated, reverses, override_id)
      select ${number}, id, ${currency}, ${seq}, ${prevSeq}, '${kind}', '${on}', '${period}', clock_timestamp(), ${net}, ${items},
        ${credit}, ${held}, ${prevBalance}, ${prevBalance} + ${net}, '${actor}', '${label}', 'x', ${gated}, ${reverses}, ${override}
      from books.accounts where id = '${account}')`,
    ...rows.map((row, at) => `row_${at} as (${row})`),
    ...(lines.length > 0
      ? [
          `journal as (insert into books.journal_lines (event_number, line, chart_code, amount) values ${lines.join(", ")})`,
        ]
      : []),
    `moved as (
      update books.accounts set last_seq = coalesce(last_seq, 0) + 1, net = net + ${moved.items - moved.credit},
        open_items = open_items + ${moved.items}, open_credit = open_credit + ${moved.credit}, retained = retained + ${moved.held},
        head_at = clock_timestamp(), head_hash = 'x' where id = '${account}')`,
  ];
  return `with ${parts.join(",\n")} select 1`;
}

const entry = (items: number, credit: number, held: number) =>
  (
    [
      ["1200", items],
      ["2300", -credit],
      ["1210", held],
      ["4910", credit - items - held],
    ] as const
  ).filter(([, amount]) => amount !== 0);

type Row = {
  number?: string;
  account?: string;
  amount: number;
  on?: string;
  kind?: string;
  currency?: string;
  job?: string;
};

export const item = ({
  number = "900001",
  account = "{a}",
  amount,
  on = "2026-06-01",
  kind = "adjustment-up",
  currency = "USD",
  job,
}: Row) => `
  insert into books.items (id, account_id, currency, kind, amount, effective_on, issued_on, due_on, recorded_at, touched_on, touched_at, job_id)
  values (${number}, '${account}', '${currency}', '${kind}', ${amount}, '${on}', '${on}', '${on}', clock_timestamp(), '${on}', clock_timestamp(),
    ${job ? `'${job}'` : "null"})`;

export const credit = ({
  number = "900001",
  account = "{a}",
  amount,
  on = "2026-06-01",
  kind = "adjustment-down",
  currency = "USD",
  applied = 0,
}: Row & { applied?: number }) => `
  insert into books.credits (id, account_id, currency, kind, amount, applied, effective_on, issued_on, recorded_at, touched_on, touched_at)
  values (${number}, '${account}', '${currency}', '${kind}', ${amount}, ${applied}, '${on}', '${on}', clock_timestamp(), '${on}', clock_timestamp())`;

type Use = { amount: number; item?: string; credit?: string; kind?: string; on?: string; account?: string };

export const allocation = ({
  amount,
  item: to = "{item}",
  credit: from = "{credit}",
  on = "2026-06-01",
  account = "{a}",
}: Use) => `
  insert into books.allocations (event_number, line, account_id, currency, credit_id, item_id, amount, effective_on, recorded_at)
  values (900001, 1, '${account}', 'USD', ${from}, ${to}, ${amount}, '${on}', clock_timestamp())`;

export const reduction = ({
  amount,
  item: of = "null",
  credit: from = "null",
  kind = "refunded",
  on = "2026-06-01",
  account = "{a}",
}: Use) => `
  insert into books.reductions (event_number, line, account_id, currency, credit_id, item_id, kind, amount, effective_on, recorded_at)
  values (900001, 2, '${account}', 'USD', ${from}, ${of}, '${kind}', ${amount}, '${on}', clock_timestamp())`;

export const withheld = (amount: number, on = "2026-06-01") => `
  insert into books.retainage (event_number, line, account_id, currency, invoice_id, invoice_line, amount, effective_on, recorded_at)
  values (900001, 1, '{a}', 'USD', '{invoice}', 1, ${amount}, '${on}', clock_timestamp())`;

/** Uses what the row says of an item or a credit, too. */
export const used = (
  table: "items" | "credits",
  column: string,
  { id, amount }: { id: string; amount: number },
) => `update books.${table} set ${column} = ${column} + ${amount} where id = ${id}`;
