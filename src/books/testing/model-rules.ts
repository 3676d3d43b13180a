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
  type HeldPart,
  type Some,
  doesNotFitOfSeveral,
  isTooMuch,
} from "./model-command.ts";
import { credited, issued, paidEarly } from "./model-billing.ts";
import { deposited, split, undeposited } from "./model-bank.ts";
import { fits } from "./model-fit.ts";
import { mayCharge, regrouped } from "./model-family.ts";
import { chosenOf, mustBeOpen } from "./model-chosen.ts";
import { atTheTill } from "./model-till.ts";
import { brought, turned } from "./model-months.ts";
import { givenUp, lateDraftsOf, opposite, standingOf } from "./model-late.ts";
import { allOf, heldBack, openCredits, openItems, total, type Model } from "./model.ts";

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
  mustBeOfItsJob(model, command);
  mustBeApproved(model, command);
  model.earmarks = own.earmarks;
  model.closed = own.closed;
  model.parents = own.parents;
  model.shares = own.shares;
  return decided;
}

/** What the bank says happened always fits: it is never refused for what was done with the money since. */
function mustFit(model: Model, command: Command, drafts: readonly Draft[]): void {
  try {
    fits(model, drafts);
  } catch (error) {
    if (command.do === "bounce") throw new Error("a payment that came back doesn't fit", { cause: error });
    if (command.do === "release" && isTooMuch(error) && jobsOf(model, command.parts).length > 1)
      throw doesNotFitOfSeveral();
    throw error;
  }
}

/** What was moved to another customer is held back there, and billed on the job of nobody else. */
function mustBeOfItsJob(model: Model, command: Command): void {
  if (command.do !== "release") return;
  const jobs = jobsOf(model, command.parts);
  if (jobs.some((job) => job !== undefined && model.jobs[job]?.who !== command.who))
    throw new No("job-of-another");
  if (jobs.length > 1) throw new No("several-jobs");
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
    case "issue":
      return issued(model, command);
    case "credit":
      return credited(model, command);
    case "early":
      return paidEarly(model, command);
    case "split":
      return split(model, command);
    case "deposit":
      return deposited(model, command);
    case "undeposit":
      return undeposited(model, command);
    case "join":
    case "share":
      return regrouped(model, command);
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
    case "reserve":
    case "capture":
    case "letGo":
      return atTheTill(model, command);
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
      const { parts, beside, on } = command;
      const held = heldBack(allOf(model, command.who));
      if (parts.some(([line, amount]) => (held.get(line) ?? 0) < amount)) throw doesNotFit();
      const amount = total(parts.map(([, part]) => part)) + beside;
      const item = { amount, due: addDays(on, 30), document: OWN, job: jobsOf(model, parts)[0] };
      const billed = parts.map(([line, part]) => ({ line, amount: -part }));
      return one(draft("retainage-release", command, { item, held: billed }));
    }
    default:
      return lateDraftsOf(model, command);
  }
}

/** Of the originals, each once. */
const jobsOf = (model: Model, parts: readonly HeldPart[]) => [
  ...new Set(parts.map(([line]) => model.billedOn.get(idOf(line)))),
];

const idOf = (line: string): string => line.split("#")[0] ?? "";

function invoice(
  model: Model,
  {
    do: how,
    who,
    on,
    amount,
    held = 0,
    term = 30,
    override,
    job,
  }: Extract<Command, { do: "invoice" | "charge" }>,
): Decided {
  if (job !== undefined && model.jobs[job]?.who !== who) throw new No("job-of-another");
  if (how === "charge") {
    mayCharge(model, { who, amount, job, isApproved: override !== undefined });
  }
  const bill = { id: OWN, lines: [{ total: amount, tax: 0 }], taxes: [], early: false };
  const rest = amount - held;
  const item = rest > 0 ? { amount: rest, due: addDays(on, term), document: OWN, job } : null;
  return one(
    draft("invoice", { who, on }, { item, bill, held: held > 0 ? [{ line: `${OWN}#1`, amount: held }] : [] }),
  );
}

function paid(model: Model, command: Extract<Command, { do: "pay" | "memo" }>): Decided {
  const { amount } = command;
  const uses = chosenOf(model, command, [command.who]).map(([itemId, part]) => ({
    creditId: SELF,
    itemId,
    amount: part,
  }));
  const made =
    command.do === "pay"
      ? draft("payment", command, { credit: amount, uses, undeposited: amount })
      : draft("credit-memo", command, { credit: amount, uses });
  return { ...one(made), uses };
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
