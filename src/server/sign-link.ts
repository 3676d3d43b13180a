// The code that a counter shows to a phone: its page shows what is sold and for how much, and takes one signature within a
// quarter of an hour. The address itself says of which business and which request it is, and is signed by us, so that nothing
// is kept of it; what it opens is over with the request.
import { changeBooks, readBooks } from "@/books/open.ts";
import { readToSign, signAsked } from "@/books/receipts/signatures.ts";
import { readSettings } from "@/books/business/settings.ts";
import type { Language } from "@/domain/language/language.ts";
import { DrawnSignature } from "@/domain/receipts/signature-input.ts";
import type { SignedStatement } from "@/domain/receipts/signed-statement.ts";
import { Refusal } from "@/domain/refusal.ts";
import { env } from "@/env.ts";
import { signerActor, tenantOf, type Actor, type SystemActor } from "./actor.ts";
import { limitSignLinks } from "./auth/open-door-limits.ts";
import { isSigned, signed } from "./auth/signed.ts";
import { commandKeyOf, formFault, newFormKey } from "./link-form.ts";
import { logSecurity } from "./log.ts";
import { refusedAnswer } from "./wire/file-door.ts";
import { fromHeaders, type From } from "./wire/request.ts";
import { withinLimit } from "./wire/within-limit.ts";

/** A path of 16,000 signs, a name and a key. */
const LARGEST_FORM = 64 * 1024;
const UNKEPT = { "cache-control": "private, no-store" };

/** For this actor's business; `requestId` is the signature's. */
export function signAddress(actor: Actor, requestId: string): string {
  const named = Buffer.from((tenantOf(actor) + requestId).replaceAll("-", ""), "hex").toString("base64url");
  return `${env().APP_URL}/s/sign/${named}.${signed("sign-link", named)}`;
}

export type OpenToSign = {
  business: { name: string; locale: string };
  language: Language;
  sale: SignedStatement;
  formKey: string;
};

/** What its page shows; null for what opens nothing, and for whom asks too often. */
export async function openSignLink(token: string, from: From): Promise<OpenToSign | null> {
  try {
    await limitSignLinks(from.ip);
    const opened = await opens(token, from.requestId);
    if (!opened) return null;
    const { actor, requestId } = opened;
    const business = { name: actor.orgName, locale: actor.locale };
    return await readBooks(actor, async (books) => {
      const sale = await readToSign(books, requestId);
      const { language } = await readSettings(books);
      return sale && { business, language, sale, formKey: newFormKey(formOf(requestId)) };
    });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** In which a business that gave this code speaks to its customers, also once it opens nothing; null for what we didn't write. */
export async function languageOfSigning(token: string, from: From): Promise<Language | null> {
  const opened = await opens(token, from.requestId);
  return opened && (await readBooks(opened.actor, readSettings)).language;
}

/** `POST`: what was drawn. Whatever came of it is what the page says then. */
export async function answerSignLink(request: Request, token: string): Promise<Response> {
  const from = fromHeaders(request.headers);
  const foreign = formFault(request, from);
  if (foreign) return foreign;
  try {
    await limitSignLinks(from.ip);
    const sized = await withinLimit(request, LARGEST_FORM);
    if (!sized) return new Response(null, { status: 413, headers: UNKEPT });
    const opened = await opens(token, from.requestId);
    if (!opened) return back(token);
    const said = await sized.formData().catch(() => null);
    const drawn = DrawnSignature.safeParse({ path: said?.get("path"), name: said?.get("name") ?? "" });
    if (!drawn.success) return back(token);
    const { actor, requestId } = opened;
    const formKey = said?.get("key");
    const key = commandKeyOf(formOf(requestId), typeof formKey === "string" ? formKey : "");
    const { name } = drawn.data;
    const command = {
      key,
      procedure: "signatures.sign",
      input: { requestId, ...drawn.data },
      kept: { requestId, name },
    };
    await changeBooks(actor, command, (books) => signAsked(books, requestId, drawn.data));
    logSecurity("link-answered", { tenant: tenantOf(actor), actor: actor.subject });
    return back(token, doneOf(requestId));
  } catch (error) {
    if (error instanceof Refusal && error.code === "signature-over") return back(token);
    return refusedAnswer(error, from);
  }
}

/** Whether this link was signed by: said only by an address that we wrote. */
export function wasSigned(token: string, done: string | undefined): boolean {
  const named = namedBy(token);
  return (
    named !== null && done !== undefined && isSigned("link-form", `${formOf(named.requestId)}.done`, done)
  );
}

type Opened = { actor: SystemActor; requestId: string };

async function opens(token: string, requestId: string): Promise<Opened | null> {
  const named = namedBy(token);
  const actor = named && (await signerActor(named.tenant, named.requestId, requestId));
  return actor && named && { actor, requestId: named.requestId };
}

/** null for what we didn't write. */
function namedBy(token: string): { tenant: string; requestId: string } | null {
  const [, named, signature] = /^([\w-]{43})\.([\w-]{43})$/.exec(token) ?? [];
  if (named === undefined || signature === undefined || !isSigned("sign-link", named, signature)) return null;
  const ids = Buffer.from(named, "base64url").toString("hex");
  return { tenant: uuidOf(ids.slice(0, 32)), requestId: uuidOf(ids.slice(32)) };
}

const uuidOf = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

const formOf = (requestId: string): string => `sign:${requestId}`;
const doneOf = (requestId: string): string => signed("link-form", `${formOf(requestId)}.done`);

const back = (token: string, done = ""): Response =>
  new Response(null, {
    status: 303,
    headers: { ...UNKEPT, location: `/s/sign/${encodeURIComponent(token)}${done ? `?done=${done}` : ""}` },
  });
