// Work that goes on after the answer is out, so that how long it takes tells the asker nothing.
import { after } from "next/server";
import { log } from "./log.ts";

export function inBackground(what: string, work: () => Promise<void>): void {
  after(() => work().catch((error: unknown) => log().error({ err: error }, `${what} failed`)));
}
