// Pictures to look at.
import { test, type Page } from "@playwright/test";
import { signIn } from "./demo.ts";
import { ask, tell } from "./doors.ts";

test("shots", async ({ browser }) => {
  test.setTimeout(240_000);
  const shoot = async (name: string, page: Page) =>
    page.screenshot({ path: `/tmp/pay-shots/${name}.png`, fullPage: true });
  for (const [kind, options] of [
    ["light", { viewport: { width: 1440, height: 900 }, colorScheme: "light" }],
    ["dark", { viewport: { width: 390, height: 844 }, colorScheme: "dark", isMobile: true, hasTouch: true }],
  ] as const) {
    const page = await (await browser.newContext(options)).newPage();
    await signIn(page, "owner@hillside.example");
    await page.goto("/hillside/deposits");
    await shoot(`list-empty-${kind}`, page);
    await page.goto("/hillside/deposits/new");
    for (const box of (await page.locator("input[name=payment]").all()).slice(0, 3)) await box.check();
    await shoot(`new-${kind}`, page);
    const waiting = await ask<{ rows: { paymentId: string; receivedOn: string }[] }>(
      page,
      "hillside",
      "deposits.waiting",
      {},
    );
    const some = waiting.rows.slice(0, 4);
    const { depositId } = await tell<{ depositId: string }>(page, "hillside", "deposits.make", {
      paymentIds: some.map((each) => each.paymentId),
      depositedOn: some.at(-1)?.receivedOn,
      memo: "Night safe",
    });
    await page.goto(`/hillside/deposits/${depositId}`);
    await shoot(`one-${kind}`, page);
    await page.getByRole("button", { name: "Reverse" }).click();
    await page.screenshot({ path: `/tmp/pay-shots/reverse-${kind}.png` });
    await page.goto("/hillside/deposits");
    await shoot(`list-${kind}`, page);
  }
});
