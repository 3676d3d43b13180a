// Who gets a statement of a run, and what somebody should look at before it goes out.
import { expect, test } from "vitest";
import { ageItems, agingOf } from "../ledger/aging.ts";
import { day } from "../values/day.ts";
import { cents } from "../values/money.ts";
import { judge, type RunContext, type RunDelivery, type RunSelection } from "./run.ts";
import type { Statement } from "./statement.ts";

const ON = day("2026-02-28");

/** Owes so much, overdue or not, with so much credit beside it. */
const owing = (owed: number, more: { overdue?: boolean; credit?: number; active?: boolean } = {}) => {
  const items =
    owed > 0 ? [{ dueOn: day(more.overdue ? "2026-01-01" : "2026-03-30"), openCents: cents(owed) }] : [];
  const aging = agingOf(ageItems(items, ON), cents(more.credit ?? 0));
  const lines = more.active ? [{ onDay: ON }] : [];
  return {
    fromOn: day("2026-02-01"),
    openingCents: aging.netCents,
    closingCents: aging.netCents,
    aging,
    lines,
  } as unknown as Statement;
};

const ALL: RunSelection = {
  minCents: null,
  pastDueOnly: false,
  activeOnly: false,
  reachedBy: null,
  classId: null,
  labelId: null,
  terms: null,
  families: false,
};
const KNOWN: RunContext = {
  email: "ap@x.example",
  unaskedEmail: "ap@x.example",
  hasAddress: true,
  classId: null,
  labelIds: ["l"],
  terms: "net-30",
  isDisputed: false,
  lastClosingCents: cents(100_00),
  lastMail: "sent",
  isBounced: false,
  isStopped: false,
};

const judged = (
  statement: Statement,
  {
    context = {},
    selection = {},
    deliver = "mail",
    isScheduled = false,
  }: {
    context?: Partial<RunContext>;
    selection?: Partial<RunSelection>;
    deliver?: RunDelivery;
    isScheduled?: boolean;
  } = {},
) =>
  judge(statement, { ...KNOWN, ...context }, { selection: { ...ALL, ...selection }, deliver, isScheduled });

test.each([
  ["nothing owed and nothing happened", owing(0), {}, "nothing"],
  ["less than the minimum", owing(49_99), { minCents: cents(50_00) }, "minimum"],
  ["exactly the minimum", owing(50_00), { minCents: cents(50_00) }, null],
  ["in credit, with a minimum", owing(0, { credit: 10_00 }), { minCents: cents(1) }, "minimum"],
  ["in credit, without one", owing(0, { credit: 10_00 }), {}, null],
  ["not past due", owing(50_00), { pastDueOnly: true }, "not-past-due"],
  ["past due", owing(50_00, { overdue: true }), { pastDueOnly: true }, null],
  ["quiet", owing(50_00), { activeOnly: true }, "inactive"],
  ["active", owing(50_00, { active: true }), { activeOnly: true }, null],
  ["of another class", owing(50_00), { classId: "c" }, "other-group"],
  ["with another label", owing(50_00), { labelId: "m" }, "other-group"],
  ["with this label", owing(50_00), { labelId: "l" }, null],
  ["on other terms", owing(50_00), { terms: "net-15" }, "other-group"],
  ["on these terms", owing(50_00), { terms: "net-30" }, null],
  ["reached by letter only", owing(50_00), { reachedBy: "letter" }, "other-delivery"],
] as const)("%s", (_what, statement, selection, skip) => {
  expect(judged(statement, { selection }).skip).toBe(skip);
});

test.each([
  ["more than double of the last", owing(200_01), {}, ["jumped"]],
  ["exactly double", owing(200_00), {}, []],
  ["double of little", owing(99_99), { lastClosingCents: cents(10_00) }, []],
  ["came into credit", owing(0, { credit: 5_00 }), {}, ["new-credit"]],
  ["was in credit before", owing(0, { credit: 5_00 }), { lastClosingCents: cents(-1) }, []],
  ["first address", owing(50_00), { lastMail: null }, ["first-address"]],
  ["failed the last time", owing(50_00), { lastMail: "failed" }, ["bounced"]],
  ["disputed", owing(50_00), { isDisputed: true }, ["disputed"]],
  ["credit beside overdue", owing(50_00, { overdue: true, credit: 10_00 }), {}, ["credit-covers"]],
  ["credit beside what isn't due", owing(50_00, { credit: 10_00 }), {}, []],
  ["nowhere to mail it", owing(50_00), { email: null, lastMail: null }, ["no-address"]],
] as const)("to look at: %s", (_what, statement, context, exceptions) => {
  expect(judged(statement, { context })).toEqual({ skip: null, exceptions });
});

test("who can't be mailed any more is left to the run of letters, and the run of mails says why", () => {
  const back = { email: null, unaskedEmail: null, isBounced: true };
  const stopped = { unaskedEmail: null, isStopped: true };
  const skip = (context: Partial<RunContext>, reachedBy: "mail" | "letter", isScheduled = false) =>
    judged(owing(50_00), { context, selection: { reachedBy }, isScheduled }).skip;
  expect([skip(back, "mail"), skip(back, "letter")]).toEqual(["mail-back", null]);
  expect([skip(stopped, "mail", true), skip(stopped, "letter", true)]).toEqual(["mail-stopped", null]);
  // What somebody begins is mailed to them still.
  expect([skip(stopped, "mail"), skip(stopped, "letter")]).toEqual([null, "other-delivery"]);
  // One of their addresses is enough.
  expect(skip({ isBounced: true }, "letter")).toBe("other-delivery");
  expect(judged(owing(50_00), { context: back })).toEqual({
    skip: null,
    exceptions: ["bounced", "no-address"],
  });
});

test("a letter needs an address, and what goes nowhere needs none", () => {
  const homeless = { email: null, hasAddress: false, lastMail: null };
  expect(judged(owing(50_00), { context: homeless, deliver: "print" })).toMatchObject({
    exceptions: ["no-address"],
  });
  expect(judged(owing(50_00), { context: homeless, deliver: "none" })).toMatchObject({ exceptions: [] });
});

test("who wants no mails that come by themselves is told of in a run of a schedule alone, where it mails", () => {
  const told = (isScheduled: boolean, deliver: RunDelivery = "mail") =>
    judged(owing(50_00), { context: { isStopped: true }, isScheduled, deliver });
  expect(told(true)).toMatchObject({ exceptions: ["stopped"] });
  expect(told(false)).toMatchObject({ exceptions: [] });
  expect(told(true, "print")).toMatchObject({ exceptions: [] });
});
