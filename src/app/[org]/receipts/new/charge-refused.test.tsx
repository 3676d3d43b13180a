// What a charge that is refused leads on to: for whoever decides on credit, where that is done; for a clerk, who can.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { CreditTerms } from "@/domain/ledger/account.ts";
import { sampleTerms } from "@/domain/testing/samples.ts";
import { ChargeRefused } from "./charge-refused.tsx";

type Props = Parameters<typeof ChargeRefused>[0];

/** A charge of 50.00 by somebody of whom 80.00 of 100.00 is in use. */
function said(mayDecide: boolean, more: Partial<CreditTerms> = {}): string {
  const credit = sampleTerms(more);
  const figures = { balanceCents: 80_00, openCreditCents: 0, earmarkedCents: 0, reservedCents: 0 };
  const counting = {
    whose: { customer: { customerId: "c-1", currency: "USD", credit } },
    effect: { before: { ...figures, countEarmarked: false }, credit },
    draft: { jobId: null, tenders: [{ key: 1, tender: "house-charge" }] },
    sale: { houseChargeCents: 50_00, leftCents: 0 },
    jobRoomCents: null,
    locale: "en-US",
    write: (amount: number) => (amount / 100).toString(),
  } as unknown as Props["counting"];
  const html = renderToStaticMarkup(<ChargeRefused org="hill" counting={counting} mayDecide={mayDecide} />);
  return html.replace(/<[^>]+>/g, "|");
}

const WHO_CAN = "An owner or an admin can change that under Credit terms.";

test("above the limit, a clerk is told who can change it, and takes what passes", () => {
  expect(said(false)).toContain(WHO_CAN);
  expect(said(false)).toContain("Charge 20 and pay the rest otherwise");
  expect(said(false)).not.toContain("Change the limit");
});

test("whoever decides is led to the limit or the hold instead", () => {
  expect(said(true)).toContain("Change the limit");
  expect(said(true, { status: "hold" })).toContain("Look at the hold");
  expect(said(true, { limit: { kind: "none" } })).toContain("Set a credit limit");
  expect(said(true)).not.toContain(WHO_CAN);
});

test("without an address, whoever stands here can add one", () => {
  expect(said(false, { hasAddress: false })).toBe("|Add an address|");
});
