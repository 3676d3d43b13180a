// What a story takes for granted is set up as a browser would have it done: through the same doors, by whoever is
// signed in on the page.
import type { Page } from "@playwright/test";

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
