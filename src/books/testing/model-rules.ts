// What the model does with a command: the events it makes, or the reason why not.
import { addDays } from "@/domain/values/day.ts";
import type { EventKind } from "@/domain/ledger/account.ts";
import {
  draft,
  makeRoom,
  No,
  OWN,
  SELF,
  doesNotFit,
  type Command,
  type Decided,
  type Draft,
  type At,
  type Some,
} from "./model-command.ts";
import { fits } from "./model-fit.ts";
import { brought, turned } from "./model-months.ts";
import { givenUp, lateDraftsOf, opposite, standingOf } from "./model-late.ts";
import {
  allOf,
  compare,
  earmarked,
  heldBack,
  openCredits,
  openItems,
  spareFrom,
  total,
  type Model,
  type OpenItem,
} from "./model.ts";

/** Throws No. Changes nothing but the earmarks that are released, and the months that are closed or opened. */
export function decide(model: Model, command: Command): Decided {
  const earmarks = model.earmarks.map((each) => ({ ...each }));
  const own = { ...model, earmarks };
  const decided = draftsOf(own, command);
  if (decided.drafts.some((draft) => draft.on > model.today)) throw new No("date-in-future");
  // Before the books start stands what they start with, and what reverses that.
  const isEarly = ({ kind, reverses, on }: Draft) =>
    kind !== "opening" && reverses === null && on < model.start;
  if (decided.drafts.some(isEarly)) throw new No("before-start");
  mustFit(own, command, decided.drafts);
  mustBeApproved(model, command);
  model.earmarks = own.earmarks;
  model.closed = own.closed;
  return decided;
}

/** What the bank says happened always fits: it is never refused for what was done with the money since. */
function mustFit(model: Model, command: Command, drafts: readonly Draft[]): void {
  try {
    fits(model, drafts);
  } catch (error) {
    if (command.do === "bounce") throw new Error("a payment that came back doesn't fit", { cause: error });
    throw error;
  }
}

/** An override covers one charge, of its own account, in time, and no more than was approved. */
function mustBeApproved(model: Model, command: Command): void {
  if (command.do !== "charge" || command.override === undefined) return;
  const { who, amount, override } = command;
  const found = model.overrides.find((each) => each.id === override && each.who === who);
  if (!found || found.expired || found.usedBy !== null || amount > found.amount) throw new No("over-limit");
}

const one = (made: Draft, released: string[] = []): Decided => ({ drafts: [made], released });
const debt = (kind: EventKind, given: Some, document = ""): Decided =>
  one(draft(kind, given, { item: { amount: given.amount, due: given.on, document } }));

function draftsOf(model: Model, command: Command): Decided {
  switch (command.do) {
    case "invoice":
    case "charge":
      return invoice(model, command);
    case "pay":
    case "memo":
      return paid(model, command);
    case "apply": {
      mustBeOpen(openItems(allOf(model, command.who)), command.itemId);
      mustBeOpen(openCredits(allOf(model, command.who)), command.creditId);
      const { creditId, itemId, amount } = command;
      return one(draft("application", command, { uses: [{ creditId, itemId, amount }] }));
    }
    case "unApply":
      return unApplied(model, command);
    case "refund":
      return refund(model, command);
    case "earmark": {
      const { who, amount, note } = command;
      model.earmarks.push({ who, amount, note, live: true });
      return { drafts: [], released: [] };
    }
    case "approve":
      return { drafts: [], released: [] };
    case "bulk":
      return brought(model, command);
    case "close":
    case "reopen":
      return turned(model, command);
    case "up":
      return debt("adjustment-up", command);
    case "recover":
      return debt("recovery", command);
    case "finance":
      return debt("finance-charge", command);
    case "openDebt":
      return debt("opening", command);
    case "down":
      return one(draft("adjustment-down", command, { credit: command.amount }));
    case "openCredit":
      return one(draft("opening", command, { credit: command.amount }));
    case "writeOff":
    case "discount": {
      const { itemId, amount } = command;
      mustBeOpen(openItems(allOf(model, command.who)), itemId);
      const kind = command.do === "writeOff" ? "write-off" : "discount";
      return one(draft(kind, command, { credit: amount, uses: [{ creditId: SELF, itemId, amount }] }));
    }
    case "release": {
      const { invoice: held, amount, beside, on } = command;
      const item = { amount: amount + beside, due: addDays(on, 30), document: OWN };
      if ((heldBack(allOf(model, command.who)).get(held) ?? 0) < amount) throw doesNotFit();
      return one(draft("retainage-release", command, { item, held: [{ invoice: held, amount: -amount }] }));
    }
    default:
      return lateDraftsOf(model, command);
  }
}

function invoice(
  model: Model,
  { do: how, who, on, amount, held = 0, term = 30, override }: Extract<Command, { do: "invoice" | "charge" }>,
): Decided {
  if (how === "charge") {
    const limit = model.limits[who];
    if (limit === null || limit === undefined) throw new No("charging-refused");
    const facts = allOf(model, who);
    const free = total(openCredits(facts).map((each) => each.open)) - earmarked(model, who);
    const used = total(openItems(facts).map((each) => each.open)) - free;
    if (override === undefined && amount > Math.max(0, limit - used)) throw new No("over-limit");
  }
  const rest = amount - held;
  const item = rest > 0 ? { amount: rest, due: addDays(on, term), document: OWN } : null;
  return one(draft("invoice", { who, on }, { item, held: held > 0 ? [{ invoice: OWN, amount: held }] : [] }));
}

function paid(model: Model, command: Extract<Command, { do: "pay" | "memo" }>): Decided {
  const { amount, on, uses } = command;
  const items = openItems(allOf(model, command.who));
  const chosen =
    uses === "oldest-first"
      ? oldestFirst(
          amount,
          items
            .filter((item) => item.on <= on)
            .map((item) => ({ ...item, open: Math.min(item.open, spareOf(model, command, item.id)) })),
        )
      : uses;
  for (const [id, part] of chosen) {
    const item = mustBeOpen(items, id);
    if (item.on > on || part > item.open) throw doesNotFit();
  }
  const made = chosen.map(([itemId, part]) => ({ creditId: SELF, itemId, amount: part }));
  return {
    ...one(draft(command.do === "pay" ? "payment" : "credit-memo", command, { credit: amount, uses: made })),
    uses: made,
  };
}

function spareOf(model: Model, { who, on }: At, id: number): number {
  const facts = allOf(model, who);
  const fact = facts.find((each) => each.number === id);
  return fact ? Math.max(0, spareFrom(facts, fact, on)) : 0;
}

function oldestFirst(amount: number, items: readonly OpenItem[]) {
  let left = amount;
  return [...items]
    .sort((a, b) => compare(a.due, b.due) || compare(a.document, b.document) || a.id - b.id)
    .map((item) => {
      const part = Math.min(left, item.open);
      left -= part;
      return [item.id, part] as const;
    })
    .filter(([, part]) => part > 0);
}

function mustBeOpen<Row extends { id: number }>(rows: readonly Row[], id: number): Row {
  const row = rows.find((each) => each.id === id);
  if (!row) throw new No("not-found");
  return row;
}

function unApplied(
  model: Model,
  { who, on, creditId, itemId }: Extract<Command, { do: "unApply" }>,
): Decided {
  const standing = standingOf(allOf(model, who), (use) => use.creditId === creditId && use.itemId === itemId);
  if (standing.length === 0) throw new No("nothing-applied");
  if (givenUp(model, standing)) throw new No("reverse-instead");
  return one(draft("un-application", { who, on }, { uses: standing.map(opposite) }));
}

function refund(model: Model, { who, on, amount, creditId }: Extract<Command, { do: "refund" }>): Decided {
  const credits = openCredits(allOf(model, who));
  let left = amount;
  const losses = credits
    .filter((each) => each.on <= on && (creditId ?? each.id) === each.id)
    .map(({ id, open }) => {
      const part = Math.min(left, open);
      left -= part;
      return { creditId: id, amount: part };
    });
  if (left > 0) throw doesNotFit();
  const released = makeRoom(model, who, total(credits.map((each) => each.open)) - amount);
  return one(draft("refund", { who, on }, { losses: losses.filter((loss) => loss.amount > 0) }), released);
}
