// What a payment's way decides about its going back.
import { expect, test } from "vitest";
import { PAYMENT_METHODS, canBeReturned, refundedBy, type PaymentMethod } from "./payment-method.ts";

const METHODS = Object.keys(PAYMENT_METHODS) as PaymentMethod[];

test("what went through a bank can come back from it; cash, and what was only recorded, can't", () => {
  expect(METHODS.filter(canBeReturned)).toEqual(["check", "card", "direct-deposit"]);
});

test("a refund begins as the money came: cash with cash", () => {
  expect(METHODS.map((method) => [method, refundedBy(method)])).toEqual([
    ["check", "check"],
    ["card", "card"],
    ["cash", "cash"],
    ["direct-deposit", "direct-deposit"],
    ["online", "record-only"],
    ["record-only", "record-only"],
  ]);
});
