// What was sent to a program, as its list says it: what was answered, in how many tries, and that it is sent again soon; each can be
// sent again.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { DeliveryTable } from "./delivery-table.tsx";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => {} }) }));

type Delivery = Parameters<typeof DeliveryTable>[0]["deliveries"][number];
const delivery = (more: Partial<Delivery>): Delivery => ({
  eventId: 4711,
  kind: "payment",
  code: 200,
  fault: "",
  tookMs: 31,
  tries: 1,
  body: '{"number":4711}',
  takenAt: "2026-06-30T12:00:00Z",
  lastAt: "2026-06-30T12:00:00Z",
  isAskedAgain: false,
  ...more,
});

function said(more: Partial<Delivery>): string {
  const html = renderToStaticMarkup(
    <DeliveryTable deliveries={[delivery(more)]} org="hill" endpointId="e-1" locale="en-US" zone="UTC" />,
  );
  expect(html).toContain('aria-label="Send event 4711 again"');
  return html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

test("one that was taken, with the answer and the body", () => {
  const words = said({});
  expect(words).toContain("Payment 4711 Taken, 200");
  expect(words).toContain("31 ms");
  expect(words).not.toContain("tries");
  expect(words).toContain("What was sent");
});

test("one that wasn’t, with why, and how often it was tried", () => {
  const words = said({ code: 500, fault: "It answered 500.", tries: 3, takenAt: null });
  expect(words).toContain("500");
  expect(words).toContain("31 ms, 3 tries");
  expect(words).toContain("It answered 500.");
  expect(said({ code: null, fault: "Nobody answered.", takenAt: null })).toContain("None");
});

test("one that somebody had sent again says so until it is", () => {
  expect(said({ isAskedAgain: true })).toContain("Sent again soon");
});
