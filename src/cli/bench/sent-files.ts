// A person's way with a file to be imported, over HTTP: sends it, waits for what becomes of it, answers, starts.
import { randomUUID } from "node:crypto";
import type { ImportFile, ImportState } from "@/domain/imports/file.ts";
import { env } from "@/env.ts";
import { ask, type Answered } from "./asking.ts";

export type Member = { slug: string; cookie: string };

const headersOf = ({ cookie }: Member) => ({ cookie, origin: env().APP_URL });

/** Sends a file of receivables. */
export function sendFile(member: Member, content: Buffer): Promise<Answered> {
  const query = new URLSearchParams({ kind: "receivables", name: "old.csv", key: randomUUID() });
  return ask(`${env().APP_URL}/${member.slug}/import/files?${query}`, headersOf(member), content);
}

export const fileIdOf = ({ body }: Answered): string =>
  (JSON.parse(String(body)) as { fileId: string }).fileId;

export async function readFile(member: Member, fileId: string): Promise<ImportFile> {
  const input = encodeURIComponent(JSON.stringify({ fileId }));
  const address = `${env().APP_URL}/api/trpc/${member.slug}/imports.read?input=${input}`;
  const { body } = await ask(address, headersOf(member));
  return (JSON.parse(String(body)) as { result: { data: ImportFile } }).result.data;
}

/** Asks again and again, as its page does, until the worker is done with `state`. */
export async function whenNot(
  member: Member,
  { fileId, state, everyMs }: { fileId: string; state: ImportState; everyMs: number },
): Promise<ImportFile> {
  for (;;) {
    const file = await readFile(member, fileId);
    if (file.state !== state) return file;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

export async function command(member: Member, path: string, input: object): Promise<void> {
  const body = Buffer.from(JSON.stringify({ commandKey: randomUUID(), ...input }));
  const headers = { ...headersOf(member), "content-type": "application/json" };
  const { status, body: answer } = await ask(
    `${env().APP_URL}/api/trpc/${member.slug}/${path}`,
    headers,
    body,
  );
  if (status !== 200) throw new Error(`${path} answered ${status}: ${String(answer)}`);
}
