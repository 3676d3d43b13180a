// "Unsubscribe" of the mails that come by themselves (RFC 8058): opening it shows a form and changes nothing; a press of a mail
// program's own button, or of the form's with its box ticked, stops them for that address.
import { changeBooks, readBooks } from "@/books/open.ts";
import { readStoppable, stopMails } from "@/books/statements/mail-stops.ts";
import type { Language } from "@/domain/language/language.ts";
import { Refusal } from "@/domain/refusal.ts";
import { systemActor } from "./actor.ts";
import { limitStops } from "./auth/open-door-limits.ts";
import { logSecurity } from "./log.ts";
import { stopTarget } from "./mail-trace.ts";
import { refusedAnswer } from "./wire/file-door.ts";
import { fromHeaders, type From } from "./wire/request.ts";
import { withinLimit } from "./wire/within-limit.ts";

/** It has one short field. */
const LARGEST_FORM = 4 * 1024;

export type StoppableMail = { business: string; language: Language; address: string; isStopped: boolean };

/** What its page shows; null for what isn't sealed by us, and for whom asks too often. */
export async function openStop(key: string, from: From): Promise<StoppableMail | null> {
  const target = stopTarget(key);
  if (!target || !(await mayAsk(from.ip))) return null;
  const actor = await systemActor(target.tenant, from.requestId);
  const mail = actor && (await readBooks(actor, (books) => readStoppable(books, target.outboxId)));
  if (!actor || !mail) return null;
  const { recipient: address, ...rest } = mail;
  return { ...rest, business: actor.orgName, address };
}

const mayAsk = (ip: string): Promise<boolean> =>
  limitStops(ip).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false;
      throw error;
    },
  );

/** `POST`: a mail program is told that it is done, a browser is led back to the page. */
export async function answerStop(request: Request, key: string): Promise<Response> {
  const from = fromHeaders(request.headers);
  try {
    await limitStops(from.ip);
    const sized = await withinLimit(request, LARGEST_FORM);
    if (!sized) return new Response(null, { status: 413, headers: UNKEPT });
    const said = await sized.formData().catch(() => null);
    const byProgram = said?.get("List-Unsubscribe") === "One-Click";
    const target = stopTarget(key);
    const actor = target && (await systemActor(target.tenant, from.requestId));
    if (actor && (byProgram || said?.get("sure") === "yes")) {
      const { outboxId } = target;
      const command = {
        key: `stop:${outboxId}:${from.requestId}`,
        procedure: "mail.stop",
        input: { outboxId },
      };
      await changeBooks(actor, command, (books) => stopMails(books, outboxId));
      logSecurity("mails-stopped", { requestId: from.requestId, ip: from.ip, tenant: target.tenant });
    }
    if (byProgram) return new Response("Done.", { headers: UNKEPT });
    return back(key);
  } catch (error) {
    return refusedAnswer(error, from);
  }
}

/** `GET`, as whoever opens the address of the header: the page, and nothing is changed. */
export const openedStop = (key: string): Response => back(key);

const UNKEPT = { "cache-control": "private, no-store" };

const back = (key: string): Response =>
  new Response(null, {
    status: 303,
    headers: { ...UNKEPT, location: `/s/stop/${encodeURIComponent(key)}` },
  });
