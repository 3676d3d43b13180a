// Reads the local inbox as a person would: the newest mail to an address, once it has come.
import { expect } from "@playwright/test";

const inbox = process.env["E2E_INBOX_URL"] ?? "http://localhost:8025";
const token = process.env["E2E_INBOX_TOKEN"] ?? "";

/** The inbox as `npm start` prints it; without the token it stays closed. */
export const INBOX = `${inbox}/?token=${token}`;

type Mail = { id: number; subject: string; text: string };

async function newest(address: string): Promise<Mail | undefined> {
  const answer = await fetch(`${inbox}/api/mails?limit=1&to=${encodeURIComponent(address)}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return ((await answer.json()) as Mail[])[0];
}

/** The link to `path` in the mail that doing `ask` brings to `address`. */
export async function mailedLink(address: string, path: string, ask: () => Promise<void>): Promise<string> {
  const before = (await newest(address))?.id ?? 0;
  await ask();
  let link: string | undefined;
  await expect(async () => {
    const mail = await newest(address);
    expect(mail?.id ?? 0, `a mail came to ${address}`).toBeGreaterThan(before);
    link = mail?.text.match(/https?:\/\/\S+/g)?.find((url) => new URL(url).pathname.startsWith(path));
    expect(link, `with a link to ${path}`).toBeTruthy();
  }).toPass({ timeout: 15_000 });
  return link ?? "";
}
