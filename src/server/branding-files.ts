// The picture of a business's papers, over HTTP: it comes as somebody's file and is kept as our own drawing of it. And a
// sample paper, drawn with what is being typed and kept nowhere.
import { createHash } from "node:crypto";
import { z } from "zod";
import { keepLogo, settingsWith } from "@/books/business/branding.ts";
import { changeBooks, readBooks } from "@/books/open.ts";
import { readLogo } from "@/books/paper-settings.ts";
import { readBusiness } from "@/books/statements/statement-head.ts";
import { samplePaper } from "@/documents/samples.ts";
import { BrandingSet } from "@/domain/business/branding-input.ts";
import { LARGEST_LOGO } from "@/domain/business/branding.ts";
import { BUCKETS } from "@/domain/ledger/aging.ts";
import { Refusal } from "@/domain/refusal.ts";
import { PLAIN_BRAND } from "@/domain/values/brand.ts";
import { tenantOf, type MemberActor } from "./actor.ts";
import { runHeavy } from "./heavy/run-heavy.ts";
import { pdfResponse } from "./paper-answer.ts";
import { CommandKey, keyOf } from "./trpc.ts";
import { answered, memberOf, mustBeAllowed, refusedAnswer, type Caller } from "./wire/file-door.ts";
import { SEALED } from "./wire/headers.ts";
import { isFromUs } from "./wire/origin.ts";
import { fromHeaders } from "./wire/request.ts";
import { isStorable } from "./wire/storable-text.ts";
import { withinLimit } from "./wire/within-limit.ts";

const DOOR = "branding";

/** `?key=…`, the body is the picture. Answers what it is kept by, and how large it is; nothing is drawn with it yet. */
export function answerLogo(request: Request, caller: Caller): Promise<Response> {
  return answered(request, caller, async (member, from) => {
    mustBeAllowed(member, "settings:change", { from, path: DOOR });
    const key = CommandKey.safeParse(new URL(request.url).searchParams.get("key"));
    if (!key.success) throw new Refusal("not-found");
    const sized = await withinLimit(request, LARGEST_LOGO);
    if (!sized) throw new Refusal("logo-too-large");
    const content = new Uint8Array(await sized.arrayBuffer());
    const logo = await runHeavy(tenantOf(member), "draw-logo", content, { signal: request.signal });
    const input = { sha256: createHash("sha256").update(content).digest("hex") };
    const command = { key: keyOf(member, key.data), procedure: "branding.keepLogo", input };
    return changeBooks(member, command, (books) => keepLogo(books, logo));
  });
}

/** `?hash=…`: what we drew, and nothing of what was sent. */
export async function answerLogoFile(request: Request, { user, org }: Caller): Promise<Response> {
  const from = fromHeaders(request.headers);
  try {
    const member = await memberOf(user, org, from);
    mustBeAllowed(member, "report:read", { from, path: DOOR });
    const hash = z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .safeParse(new URL(request.url).searchParams.get("hash"));
    if (!hash.success) throw new Refusal("not-found");
    const png = await readBooks(member, async (books) => {
      const { brand } = await settingsWith(books, { ...NOTHING_SET, logo: hash.data });
      return readLogo(books, brand);
    });
    return new Response(new Uint8Array(png ?? []), {
      headers: {
        "content-type": "image/png",
        "content-security-policy": SEALED,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    return refusedAnswer(error, from);
  }
}

const { logo: _none, ...PLAIN } = PLAIN_BRAND;
const NOTHING_SET = { ...PLAIN, iban: null, current: "", d1_30: "", d31_60: "", d61_90: "", d91: "" };

const PREVIEW_BYTES = 32 * 1024;
/** `late`: which message it shows. */
const Preview = z.strictObject({ set: BrandingSet, late: z.enum(BUCKETS) });

/** The body is what is typed; a statement of an account that isn't there. */
export async function answerBrandingPreview(request: Request, { user, org }: Caller): Promise<Response> {
  const from = fromHeaders(request.headers);
  if (!isFromUs(request)) return new Response("Refused.", { status: 403 });
  try {
    const member = await memberOf(user, org, from);
    mustBeAllowed(member, "settings:change", { from, path: DOOR });
    const asked = Preview.safeParse(await bodyOf(request));
    if (!asked.success) return new Response(null, { status: 422 });
    return pdfResponse(await drawnPreview(member, asked.data, request.signal), {
      name: "Sample",
      download: false,
    });
  } catch (error) {
    return refusedAnswer(error, from);
  }
}

async function bodyOf(request: Request): Promise<unknown> {
  const sized = await withinLimit(request, PREVIEW_BYTES);
  const body: unknown = sized ? await sized.json().catch(() => null) : null;
  return isStorable(body) ? body : null;
}

async function drawnPreview(
  member: MemberActor,
  { set, late }: z.output<typeof Preview>,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { paper, logo, business } = await readBooks(member, async (books) => {
    const settings = await settingsWith(books, set);
    return {
      paper: settings,
      logo: await readLogo(books, settings.brand),
      business: { ...(await readBusiness(books)), currency: books.currency },
    };
  });
  const { orgName: name, orgSlug: slug, locale } = member;
  const { currency, ...letterhead } = business;
  const statement = samplePaper({ business: { ...letterhead, name, slug, locale }, currency, paper, late });
  return runHeavy(tenantOf(member), "statement-pdf", { statement, logo }, { signal });
}
