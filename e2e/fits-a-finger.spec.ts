// On a phone whatever can be pressed on the front pages is 44 px wide and tall: for somebody in a truck, with gloves on.
import { test } from "@playwright/test";
import { expectNoSideways } from "./axe.ts";
import { expectTouchable } from "./touch.ts";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test("the front pages fit a finger", async ({ page }) => {
  for (const path of ["/sign-in", "/sign-up", "/sign-in/new-password"]) {
    await page.goto(path);
    await expectTouchable(page);
    await expectNoSideways(page);
  }
});
