// What the API writes and reads again: names in snake_case, amounts as decimal text in their currency.
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { AnySum } from "@/domain/values/answer-shapes.ts";
import { AnyDay } from "@/domain/values/day-shape.ts";
import { AnyCents, Currency, PositiveCents } from "@/domain/values/money-shapes.ts";
import { answerShape, inputShape } from "./json-shape.ts";
import { fromWire, planOf, toWire, type Faults } from "./plan.ts";
import { sentShape, wireShape } from "./wire-shape.ts";

const Input = z.strictObject({
  accountId: z.uuid(),
  paidOn: AnyDay,
  amountCents: PositiveCents,
  feeCents: PositiveCents.nullable().default(null),
  eventId: z.number().int().optional(),
  family: z.boolean().optional(),
  lines: z
    .array(
      z.union([
        z.strictObject({ line: z.number().int(), amountCents: AnyCents }),
        z.strictObject({ text: z.string() }),
      ]),
    )
    .default([]),
});
const plan = planOf(inputShape(Input));
const read = (value: unknown, currency = "USD", isText = false) => {
  const faults: Faults = [];
  return { value: fromWire(value, plan, { currency, isText, faults }), faults };
};

test("names and amounts come in as the procedure has them", () => {
  const sent = {
    account_id: "a",
    paid_on: "2026-06-30",
    amount: "12.5",
    fee: null,
    lines: [{ line: 1, amount: "-0.05" }],
  };
  expect(read(sent)).toEqual({
    value: {
      accountId: "a",
      paidOn: "2026-06-30",
      amountCents: 1250,
      feeCents: null,
      lines: [{ line: 1, amountCents: -5 }],
    },
    faults: [],
  });
});

test.each([
  ["JPY", "1250", 1250],
  ["KWD", "12.345", 12345],
  ["USD", "0012.30", 1230],
])("in %s %s is %d of its smallest units", (currency, amount, cents) => {
  expect(read({ amount }, currency)).toEqual({ value: { amountCents: cents }, faults: [] });
});

test.each([
  [12.5, "USD"],
  [1250, "USD"],
  ["12.505", "USD"],
  ["12.5", "JPY"],
  ["1,250.00", "USD"],
  ["1e3", "USD"],
  [" 12", "USD"],
  ["", "USD"],
  ["99999999999999", "USD"],
])("%j is no amount in %s, and is told by its field", (amount, currency) => {
  expect(read({ lines: [{ text: "a" }, { amount }] }, currency).faults).toMatchObject([
    { field: "lines.1.amount" },
  ]);
});

test("the names that are used inside are nobody's outside", () => {
  const { value } = read({ accountId: "a", amountCents: 5 });
  expect(Input.safeParse(value).error?.issues.at(-1)).toMatchObject({ keys: ["accountId ", "amountCents "] });
});

test("in an address numbers are text, and only there", () => {
  const sent = { event_id: "12", family: "true" };
  expect(read(sent, "USD", true).value).toEqual({ eventId: 12, family: true });
  expect(read(sent).value).toEqual({ eventId: "12", family: "true" });
});

const Answer = z.object({
  openCents: AnySum,
  limit: z.union([
    z.object({ kind: z.literal("none") }),
    z.object({ kind: z.literal("limit"), limitCents: AnySum }),
  ]),
  account: z.object({ currency: Currency, d1_30: AnySum, netCents: AnySum.nullable() }),
});
const told = planOf(answerShape(Answer));

test("each object with amounts says their currency, its own or the one around it", () => {
  const answer = {
    openCents: -5,
    limit: { kind: "none" },
    account: { currency: "JPY", d1_30: 300, netCents: null },
  };
  expect(toWire(answer, told, "USD")).toEqual({
    open: "-0.05",
    currency: "USD",
    limit: { kind: "none" },
    account: { currency: "JPY", d1_30: "300", net: null },
  });
});

test("what is written fits what the document says of it, for whatever amounts", () => {
  const shape = z.fromJSONSchema(wireShape(answerShape(Answer)));
  const sum = fc.integer({ min: -1e12, max: 1e12 });
  const limit = fc.oneof(
    fc.constant({ kind: "none" }),
    fc.record({ kind: fc.constant("limit"), limitCents: sum }),
  );
  const account = fc.record({
    currency: fc.constantFrom("USD", "JPY", "KWD"),
    d1_30: sum,
    netCents: fc.option(sum),
  });
  fc.assert(
    fc.property(fc.record({ openCents: sum, limit, account }), (answer) => {
      const written = toWire(answer, told, "EUR");
      expect(shape.parse(written)).toEqual(written);
    }),
  );
});

test("what is written is read again as it was", () => {
  const cents = fc.integer({ min: 1, max: 1e12 });
  const lines = fc.array(
    fc.oneof(fc.record({ line: fc.nat(), amountCents: cents }), fc.record({ text: fc.string() })),
  );
  fc.assert(
    fc.property(
      fc.constantFrom("USD", "JPY", "KWD"),
      fc.record({ amountCents: cents, feeCents: fc.option(cents), lines }),
      (currency, input) => {
        const written = JSON.parse(
          JSON.stringify(toWire(input, plan, currency)).replaceAll(
            `"currency":"${currency}"`,
            `"currency":null`,
          ),
        ) as object;
        const { value } = read(written, currency);
        expect(
          JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === "currency" ? undefined : each))),
        ).toEqual(input);
      },
    ),
  );
});

test("the document says amounts as text, and a currency of the request where the procedure has none", () => {
  expect(sentShape(inputShape(Input))).toMatchObject({
    properties: {
      account_id: { format: "uuid" },
      amount: { type: "string" },
      currency: { type: "string" },
      paid_on: { format: "date" },
    },
    required: ["account_id", "paid_on", "amount"],
    additionalProperties: false,
  });
});
