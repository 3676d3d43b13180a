// What a story takes for granted is set up as a browser would have it done: through the same doors, by whoever is
// signed in on the page.
import { expect, type Page } from "@playwright/test";

export async function tell<T>(page: Page, slug: string, path: string, input: object): Promise<T> {
  const answer = await page.evaluate(
    async ([address, body]) => {
      const headers = { "content-type": "application/json" };
      const said = await fetch(address, { method: "POST", headers, body });
      return { ok: said.ok, text: await said.text() };
    },
    [`/api/trpc/${slug}/${path}`, JSON.stringify({ commandKey: crypto.randomUUID(), ...input })] as const,
  );
  if (!answer.ok) throw new Error(`${path}: ${answer.text}`);
  return (JSON.parse(answer.text) as { result: { data: T } }).result.data;
}

export async function ask<T>(page: Page, slug: string, path: string, input: object): Promise<T> {
  const text = await page.evaluate(
    async (address) => (await fetch(address)).text(),
    `/api/trpc/${slug}/${path}?input=${encodeURIComponent(JSON.stringify(input))}`,
  );
  return (JSON.parse(text) as { result: { data: T } }).result.data;
}

/** Sends a file to be imported, and answers where it is looked at. */
export async function sendImport(page: Page, slug: string, name: string, text: string): Promise<string> {
  const address = `/${slug}/import/files?kind=receivables&name=${name}&key=${crypto.randomUUID()}`;
  const answer = await page.evaluate(
    async ([to, body]) => (await fetch(to, { method: "POST", body })).text(),
    [address, text] as const,
  );
  return `/${slug}/import/${(JSON.parse(answer) as { fileId: string }).fileId}`;
}

/** Applies for credit by the business's link, as anybody who has it does; answers where the form is, and what was sent. */
export async function applyFor(page: Page, slug: string): Promise<{ form: string; sent: string }> {
  // The link that there is: a new one would end it under somebody else's hands.
  const { url } = await ask<{ url: string | null }>(page, slug, "applications.link", {});
  const { code } = url
    ? { code: url.split("/").at(-1) }
    : await tell<{ code: string }>(page, slug, "applications.renewLink", {});
  const form = `/apply/${slug}/${code}`;
  await page.goto(form);
  await fillApplication(page);
  await page.getByRole("button", { name: "Send the application" }).click();
  await expect(page.getByRole("heading", { name: "Your application was sent" })).toBeVisible();
  const sent = new URL(page.url()).pathname;
  await page.goto(`/${slug}`);
  return { form, sent };
}

export async function fillApplication(page: Page): Promise<void> {
  await page.getByLabel("Name of the business").fill("Cedar Works");
  await page.getByLabel("Address").fill("7 Oak St");
  await page.getByLabel("Years in business").fill("11");
  await page.getByLabel("Your name").fill("Dana Cedar");
  await page.getByLabel("E-mail", { exact: true }).fill("dana@cedar.example");
  await page.getByLabel("Phone", { exact: true }).fill("555 0101");
  await page.getByLabel(/^You buy in a month/).fill("800");
  await page.getByLabel(/^Credit limit you would like/).fill("600");
  await page.getByRole("checkbox", { name: /may ask the references/ }).check();
}
