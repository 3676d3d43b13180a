// The people of the demo story, and how they come in.
import { expect, type Page } from "@playwright/test";

export const PASSWORD = "onaccount-demo";

export async function fillSignIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await fillSignIn(page, email);
  await expect(page).not.toHaveURL(/sign-in/);
}

/** The demo businesses' own day, so many days ago: it begins later than that of UTC. */
export const demoDay = (daysAgo = 0): string =>
  new Date(Date.now() - daysAgo * 86_400_000).toLocaleDateString("en-CA", { timeZone: "America/New_York" });

/** What the browser's console complains of: a page has nothing to complain of. */
export function consoleErrors(page: Page): string[] {
  const heard: string[] = [];
  page.on("pageerror", (error) => heard.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(`${message.text()} (${page.url()})`);
  });
  return heard;
}

/** A section of the shell, wherever the screen has room for it. */
export async function openSection(page: Page, name: string): Promise<void> {
  const sections = page.getByRole("navigation", { name: "Sections" });
  const more = sections.getByRole("button", { name: /^More/ });
  const link = sections.getByRole("link", { name });
  if (!(await link.isVisible()) && (await more.isVisible())) await more.click();
  await link.click();
}

/** A section of the settings: on a wide screen in the list at their side, on a phone behind the line that names this one. */
export async function openSettings(page: Page, section: string): Promise<void> {
  const sections = page.getByRole("navigation", { name: "Settings" });
  const link = sections.getByRole("link", { name: section, exact: true });
  const chooser = sections.locator("summary");
  await expect(link.or(chooser).filter({ visible: true }).first()).toBeVisible();
  if (!(await link.isVisible())) await chooser.click();
  await link.click();
}
