// How a business looks on paper and sounds in mails is seen before it is saved: the logo, the colour and the words on a sample that
// is drawn anew, a colour that is too pale with the one that isn't, a picture that is none, and a mail with its fields filled in.
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./axe.ts";
import { freshBusiness } from "./books.ts";
import { consoleErrors, fillSignIn } from "./demo.ts";

async function open(page: Page): Promise<string> {
  const { slug, email, password } = await freshBusiness("Brand & Co");
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(new RegExp(`/${slug}`));
  return slug;
}

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><rect width="200" height="60" fill="#8a1f4a"/></svg>';

/** What is painted of the sample: how many of its dots are of that colour. */
const dotsOf = (page: Page, [red, green, blue]: readonly [number, number, number]) =>
  page.getByRole("img", { name: "The first page of a sample statement" }).evaluate(
    (canvas, wanted) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const data =
        (canvas as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
      let dots = 0;
      for (let at = 0; at < data.length; at += 4)
        if (wanted.every((part, n) => Math.abs((data[at + n] ?? 0) - part) < 6)) dots++;
      return dots;
    },
    [red, green, blue],
  );

test("a logo, a colour and terms are seen on a sample before they are saved", async ({ page }) => {
  const slug = await open(page);
  const heard = consoleErrors(page);
  await page.goto(`/${slug}/settings/branding`);
  const told = page.getByText("A statement of nobody, with your letterhead.");
  await expect(told).toBeVisible({ timeout: 20_000 });
  expect(await dotsOf(page, [0x8a, 0x1f, 0x4a])).toBe(0);

  const choose = page.locator('input[type="file"]');
  await choose.setInputFiles({
    name: "notes.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("no picture"),
  });
  await expect(page.getByRole("group", { name: "Logo" }).locator("[aria-live]")).toHaveText(/picture|PNG/i);
  await choose.setInputFiles({ name: "logo.svg", mimeType: "image/svg+xml", buffer: Buffer.from(LOGO) });
  await expect(page.getByRole("img", { name: "The logo" })).toBeVisible();
  await expect.poll(() => dotsOf(page, [0x8a, 0x1f, 0x4a]), { timeout: 20_000 }).toBeGreaterThan(1000);

  const colour = page.getByLabel("Colour", { exact: true });
  await colour.fill("#f4e542");
  const darker = page.getByRole("button", { name: /^Use #/ });
  await expect(darker).toBeVisible();
  await darker.click();
  await expect(darker).toHaveCount(0);
  await colour.fill("#1f3f8a");
  await expect.poll(() => dotsOf(page, [0x1f, 0x3f, 0x8a]), { timeout: 20_000 }).toBeGreaterThan(50);
  await expectAccessible(page);
  await page.getByLabel("Terms").fill("Interest of 1 % a month on what is late.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved, for every paper from now on")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("img", { name: "The logo" })).toBeVisible();
  await expect(colour).toHaveValue("#1f3f8a");
  expect(heard.filter((each) => !each.includes("400") && !each.includes("422"))).toEqual([]);
});

test("a mail's words are read with their fields filled in while they are typed @phone", async ({ page }) => {
  const slug = await open(page);
  const heard = consoleErrors(page);
  await page.goto(`/${slug}/settings/mail-texts`);
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview).toContainText("Brand & Co");
  await page.getByLabel("Subject", { exact: true }).fill("{business}: {amount due} by {due day}");
  await expect(preview).toContainText("Brand & Co: $1,550.90 by Dec 2, 2026");
  const text = page.getByLabel("Text", { exact: true });
  await text.fill("Dear {custumer},");
  await expect(page.getByText("There is no field {custumer}.", { exact: false })).toBeVisible();
  await text.fill("Dear {customer},\n\nplease pay by {due day}.");
  await expect(preview).toContainText("Dear Greenleaf Landscaping,");
  await expectAccessible(page);
  await expectNoSideways(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. The next mails have it.")).toBeVisible();
  await page.reload();
  await expect(text).toHaveValue(/^Dear \{customer\},/);
  await page.getByRole("button", { name: "Use our words" }).click();
  await expect(preview).not.toContainText("Dear Greenleaf");
  expect(heard).toEqual([]);
});
