// Who may charge, by the rule of an account or a job, a person's own limit and time, and what is left of an order.
import { expect, test } from "vitest";
import { day } from "../values/day.ts";
import { cents } from "../values/money.ts";
import {
  FREE_RULE,
  buyersFor,
  chargedByWords,
  poNumberOf,
  remainingOf,
  ruleFor,
  takesWords,
  whyNotBuy,
  type Buyer,
  type ChargingRule,
  type PurchaseOrder,
} from "./who-may-charge.ts";

const ON = day("2026-06-30");
const ann: Buyer = {
  buyerId: "a",
  name: "Ann Lee",
  jobId: null,
  hasPin: false,
  photoId: null,
  limitCents: cents(100_00),
  until: ON,
};
const blanket: PurchaseOrder = {
  orderId: "o",
  number: "4711",
  amountCents: cents(500_00),
  usedCents: cents(400_00),
  until: ON,
};
const rule = (some: Partial<ChargingRule> = {}): ChargingRule => ({ ...FREE_RULE, ...some });
type Some = {
  rule?: Partial<ChargingRule>;
  buyer?: Buyer | null;
  order?: PurchaseOrder | null;
  charge?: number;
  jobId?: string;
  on?: string;
  po?: string;
};
const why = ({ rule: some = {}, buyer = null, order = null, charge = 1, jobId, on, po = "" }: Some) =>
  whyNotBuy(
    { rule: rule(some), buyer, order },
    { chargeCents: cents(charge), jobId: jobId ?? null, on: on ? day(on) : ON, poNumber: po },
  );

test.each<[string, Some, string | null]>([
  ["anybody, where nothing is set", {}, null],
  ["nobody, where only named people may", { rule: { buyersOnly: true } }, "buyer-needed"],
  ["a named one", { rule: { buyersOnly: true }, buyer: ann }, null],
  ["one up to their own limit", { buyer: ann, charge: 100_00 }, null],
  ["one a cent above it", { buyer: ann, charge: 100_01 }, "over-buyer-limit"],
  ["one without a limit of their own", { buyer: { ...ann, limitCents: null }, charge: 999_00 }, null],
  ["one a day after their last", { buyer: ann, on: "2026-07-01" }, "buyer-not-authorised"],
  ["one of another job", { buyer: { ...ann, jobId: "j" }, jobId: "k" }, "buyer-not-authorised"],
  ["one of a job, without it", { buyer: { ...ann, jobId: "j" } }, "buyer-not-authorised"],
  ["one on their job", { buyer: { ...ann, jobId: "j" }, jobId: "j" }, null],
  ["no number, where one is required", { rule: { poRule: "required" } }, "po-needed"],
  ["a number", { rule: { poRule: "required" }, po: "9" }, null],
  ["a blanket order instead of a number", { rule: { poRule: "required" }, order: blanket }, null],
  ["a number, where it takes a blanket order", { rule: { poRule: "blanket" }, po: "9" }, "order-needed"],
  ["what is left of the order", { rule: { poRule: "blanket" }, order: blanket, charge: 100_00 }, null],
  ["a cent more", { rule: { poRule: "blanket" }, order: blanket, charge: 100_01 }, "over-order"],
  ["an order a day after its last", { order: blanket, on: "2026-07-01" }, "order-ended"],
  ["nothing typed, where a number is preset", { rule: { poRule: "preset", presetPo: "P" } }, null],
])("%s", (_what, some, expected) => {
  expect(why(some)).toBe(expected);
});

test("a job's own rule counts on it, and the account's everywhere else", () => {
  const account = { ...rule({ poRule: "required" }), jobId: null };
  const job = { ...rule({ buyersOnly: true }), jobId: "j" };
  expect(ruleFor([account, job], "j")).toBe(job);
  expect(ruleFor([account, job], "k")).toBe(account);
  expect(ruleFor([account, job], null)).toBe(account);
  expect(ruleFor([job], null)).toBe(FREE_RULE);
});

test("who may be chosen: those of the job and those of all, in their time", () => {
  const ofJob = { ...ann, buyerId: "b", jobId: "j", until: null };
  expect(buyersFor([ann, ofJob], "j", ON)).toEqual([ann, ofJob]);
  expect(buyersFor([ann, ofJob], null, ON)).toEqual([ann]);
  expect(buyersFor([ann, ofJob], "j", day("2026-07-01"))).toEqual([ofJob]);
});

test("the number that is printed", () => {
  const order = { chargeCents: cents(1), jobId: null, on: ON, poNumber: "" };
  const preset = { rule: rule({ poRule: "preset", presetPo: "P-1" }), buyer: null, order: null };
  expect(poNumberOf(preset, order)).toBe("P-1");
  expect(poNumberOf(preset, { ...order, poNumber: "9" })).toBe("9");
  expect(poNumberOf({ ...preset, order: blanket }, { ...order, poNumber: "9" })).toBe("4711");
  expect(remainingOf(blanket)).toBe(100_00);
});

test("what a charge takes is said before it", () => {
  expect(takesWords(FREE_RULE)).toBeNull();
  expect(takesWords(rule({ buyersOnly: true, poRule: "required" }))).toBe(
    "A house charge takes an authorised buyer and a purchase order number.",
  );
  expect(takesWords(rule({ poRule: "preset", presetPo: "P" }))).toBe(
    "A house charge takes purchase order P.",
  );
});

test.each([
  ["PO 4711 · Ann Lee", "4711", "Ann Lee"],
  ["PO 4711", "4711", ""],
  ["Ann Lee", "", "Ann Lee"],
  ["", "", ""],
])("beside a charge: %j", (words, poNumber, buyerName) => {
  expect(chargedByWords({ poNumber, buyerName })).toBe(words);
});
