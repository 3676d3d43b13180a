// What the counter offers to print when a receipt is recorded: two copies in one file, one of them to be signed, where a house
// charge takes that by the settings.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ChargeProof } from "@/domain/receipts/signature.ts";
import { Completed } from "./completed.tsx";

type Props = Parameters<typeof Completed>[0];

/** The links to papers, by their words. */
function offered(proof: ChargeProof, isCharged: boolean): Record<string, string> {
  const done = {
    receiptId: "r-1",
    number: "R-00001",
    changeCents: 0,
    period: null,
    dueCents: 50_00,
    houseChargeCents: isCharged ? 50_00 : 0,
    onAccountCents: 0,
    houseCharge: isCharged ? { number: "INV-1" } : null,
    customer: null,
    currency: "USD",
    today: "2026-06-30",
  } as unknown as Props["done"];
  const place = { locale: "en-US", proof } as unknown as Props["place"];
  const html = renderToStaticMarkup(<Completed org="hill" done={done} place={place} onNext={() => {}} />);
  const links = [...html.matchAll(/<a [^>]*href="([^"]*pdf[^"]*)"[^>]*>(.*?)<\/a>/g)];
  return Object.fromEntries(
    links.map(([, href = "", words = ""]) => [words.replace(/<[^>]+>/g, "").trim(), href]),
  );
}

const COPY_EACH = {
  "Customer copy": expect.stringContaining("copy=customer"),
  "Merchant copy": expect.stringContaining("copy=merchant"),
};

test("a charge that takes two copies: both in one file", () => {
  expect(offered("copies", true)).toEqual({
    "Both copies, one to be signed": expect.stringContaining("copy=both"),
  });
});

test.each<[string, ChargeProof, boolean]>([
  ["a sale without a charge", "copies", false],
  ["a charge that takes nothing", "none", true],
  ["a charge that was signed on a screen", "signature", true],
])("%s: each copy by itself", (_what, proof, isCharged) => {
  expect(offered(proof, isCharged)).toEqual(COPY_EACH);
});
