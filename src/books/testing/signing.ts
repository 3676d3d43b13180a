// For tests of signatures: a fresh business that asks for one, whose books hold after each test, and a customer who may charge.
import { afterAll, afterEach, beforeEach, expect } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewReceipt } from "@/domain/receipts/receipt.ts";
import { SignatureAsked } from "@/domain/receipts/signature-input.ts";
import type { ChargeProof } from "@/domain/receipts/signature.ts";
import { day } from "@/domain/values/day.ts";
import { cents, formatAmount } from "@/domain/values/money.ts";
import { changeProof, readSettings } from "../business/settings.ts";
import { recordReceipt } from "../receipts/receipts.ts";
import { askSignature, signAsked } from "../receipts/signatures.ts";
import { freshBusiness, type Account } from "../story/ledger-dsl.ts";
import { line, paidBy } from "./counter.ts";
import { asCarl } from "./overrides.ts";

export const SIGNED = { path: "M10 10L200 120L340 60", name: "Ann Lee" };

/** Of mulch for so much, charged to the account. */
export const chargedReceipt = (
  amount: number,
  { accountId }: Account,
  given: Partial<NewReceipt> = {},
): NewReceipt => ({
  ...inputOf(NewReceipt, {
    accountId,
    issuedOn: day("2026-06-30"),
    lines: [line("Mulch", "1", formatAmount(cents(amount), "USD"), { taxable: false })],
    tenders: [paidBy("house-charge", amount)],
    onAccountApplied: "oldest-first",
  }),
  ...given,
});

type Business = Awaited<ReturnType<typeof freshBusiness>>;

/** Once at the head of a file. */
export function signingDesk() {
  const desk = { business: {} as Business, greenleaf: {} as Account };
  const credited = (name: string) =>
    desk.business.customer(name, { limitCents: cents(500_00), addressLines: ["1 Elm St"] }).write();
  const proof = (chargeProof: ChargeProof) =>
    desk.business.change(async (books) => {
      const { version } = await readSettings(books);
      return changeProof(books, { version, chargeProof });
    });
  beforeEach(async () => {
    desk.business = await freshBusiness();
    desk.greenleaf = await credited("Greenleaf");
    await proof("signature");
  });
  afterEach(async () => {
    expect((await desk.business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
  });
  afterAll(closePool);
  return Object.assign(desk, {
    credited,
    proof,
    charge: (amount: number, given: Partial<NewReceipt> = {}, account = desk.greenleaf) =>
      desk.business.change((books) => recordReceipt(asCarl(books), chargedReceipt(amount, account, given))),
    /** Of a phone; answers with the request's id. */
    ask: async (amount: number, account = desk.greenleaf, more: Partial<SignatureAsked> = {}) => {
      const asked = inputOf(SignatureAsked, {
        accountId: account.accountId,
        amountCents: cents(amount),
        lines: [{ description: "Mulch", quantity: "1", totalCents: cents(amount) }],
        ...more,
      });
      return (await desk.business.change((books) => askSignature(books, asked))).requestId;
    },
    sign: (requestId: string) => desk.business.change((books) => signAsked(books, requestId, SIGNED)),
  });
}
