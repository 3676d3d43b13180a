// Where the running request came from: its id, its sender's address and its browser, for limits and the log.
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { browserIn, type KnownBrowser } from "../auth/known-browser.ts";
import { CLIENT_ADDRESS, REQUEST_ID } from "./headers.ts";

export type From = {
  requestId: string;
  ip: string;
  userAgent: string | null;
  /** Where its cookie says that somebody signed in there before. */
  browser: KnownBrowser | null;
  /** As they were sent, where they were. */
  cookies?: string;
};

export function fromHeaders(given: Headers): From {
  return {
    requestId: given.get(REQUEST_ID) ?? randomUUID(),
    ip: given.get(CLIENT_ADDRESS) ?? "unknown",
    userAgent: given.get("user-agent")?.slice(0, 300) ?? null,
    browser: browserIn(given),
    cookies: given.get("cookie") ?? "",
  };
}

export const from = async (): Promise<From> => fromHeaders(await headers());
