// The link in the mail that asks for an override: opening it shows what it is about and changes nothing; its form, with its box
// ticked, answers once in the name of the member it was mailed to, who must still be one who may.
import { approveOverride, declineOverride } from "@/books/credit/overrides.ts";
import { readOverride } from "@/books/credit/override-list.ts";
import { changeBooks, readBooks } from "@/books/open.ts";
import { readAccount } from "@/books/ledger/accounts.ts";
import { dropOverrideLinks, readOverrideLink, type OverrideLink } from "@/db/directory/override-links.ts";
import { canCharge, type CanCharge } from "@/domain/ledger/account.ts";
import { ApproveOverride } from "@/domain/credit/override-input.ts";
import type { OverrideTold } from "@/domain/credit/override.ts";
import type { Cents } from "@/domain/values/money.ts";
import { Refusal } from "@/domain/refusal.ts";
import { may, memberActor, tenantOf, type MemberActor } from "./actor.ts";
import { limitOverrideLinks } from "./auth/open-door-limits.ts";
import { isSigned, signed } from "./auth/signed.ts";
import { looksLikeToken, tokenHash } from "./auth/tokens.ts";
import { commandKeyOf, formFault, newFormKey } from "./link-form.ts";
import { logSecurity } from "./log.ts";
import { refusedAnswer } from "./wire/file-door.ts";
import { fromHeaders, type From } from "./wire/request.ts";
import { withinLimit } from "./wire/within-limit.ts";

/** It has a few short fields. */
const LARGEST_FORM = 4 * 1024;
const UNKEPT = { "cache-control": "private, no-store" };

export type MailedOverride = {
  business: { name: string; locale: string; zone: string };
  person: string;
  override: OverrideTold;
  /** As the account stands now. */
  balanceCents: Cents;
  canCharge: CanCharge;
  formKey: string;
};

/** What its page shows; "sign-in" where the business asks for more than a mail; null for what opens nothing, and for whom asks too often. */
export async function openOverrideLink(
  token: string,
  from: From,
): Promise<MailedOverride | "sign-in" | null> {
  try {
    await limitOverrideLinks(from.ip);
    const opened = await opens(token, from.requestId);
    if (!opened) return null;
    const { actor, link } = opened;
    const { orgName: name, locale, zone } = actor;
    return await readBooks(actor, async (books) => {
      const override = await readOverride(books, link.overrideId);
      if (override.state !== "waiting" || override.isOwn) return null;
      const { figures, credit } = await readAccount(books, override.customerId, override.currency);
      return {
        business: { name, locale, zone },
        person: actor.userName,
        override,
        balanceCents: figures.balanceCents,
        canCharge: canCharge(figures, credit),
        formKey: newFormKey(formOf(token)),
      };
    });
  } catch (error) {
    if (error instanceof Refusal) return error.code === "second-factor-needed" ? "sign-in" : null;
    throw error;
  }
}

/** `POST`: the form's answer. Whatever came of it is what the page says then. */
export async function answerOverrideLink(request: Request, token: string): Promise<Response> {
  const from = fromHeaders(request.headers);
  const foreign = formFault(request, from);
  if (foreign) return foreign;
  try {
    await limitOverrideLinks(from.ip);
    const sized = await withinLimit(request, LARGEST_FORM);
    if (!sized) return new Response(null, { status: 413, headers: UNKEPT });
    const said = await sized.formData().catch(() => null);
    const opened = await opens(token, from.requestId);
    if (!said || !opened) return back(token);
    return await carryOut(said, token, opened);
  } catch (error) {
    return refusedAnswer(error, from);
  }
}

type Opened = { actor: MemberActor; link: OverrideLink };

async function carryOut(said: FormData, token: string, { actor, link }: Opened): Promise<Response> {
  const formKey = said.get("key");
  const key = commandKeyOf(formOf(token), typeof formKey === "string" ? formKey : "");
  const { overrideId } = link;
  const answer = said.get("answer");
  const approval = ApproveOverride.safeParse({ overrideId, minutes: Number(said.get("minutes")) });
  if (answer === "approve" && said.get("sure") === "yes" && approval.success)
    await changeBooks(actor, { key, procedure: "overrides.approve", input: approval.data }, (books) =>
      approveOverride(books, approval.data, { byMail: true }),
    );
  else if (answer === "decline")
    await changeBooks(actor, { key, procedure: "overrides.decline", input: { overrideId } }, (books) =>
      declineOverride(books, { overrideId, note: "" }),
    );
  else return back(token);
  await dropOverrideLinks(actor, overrideId);
  logSecurity("override-answered", { tenant: tenantOf(actor), actor: actor.userId, answer });
  return back(token, answer);
}

/** What was answered by this link: said only by an address that we wrote. */
export function answerGiven(token: string, done: string | undefined): "approve" | "decline" | null {
  const [answer, signature = ""] = (done ?? "").split(".");
  if (answer !== "approve" && answer !== "decline") return null;
  return isSigned("link-form", `${formOf(token)}.${answer}`, signature) ? answer : null;
}

/** Only while its member may approve; every other reason is the same nothing. */
async function opens(token: string, requestId: string): Promise<Opened | null> {
  if (!looksLikeToken(token)) return null;
  const link = await readOverrideLink(tokenHash(token));
  const actor =
    link && (await memberActor({ userId: link.userId, name: link.userName }, link.slug, requestId));
  return actor && may(actor, "override:approve") ? { actor, link } : null;
}

/** A form is of this link alone; the token itself isn't told to what is signed. */
const formOf = (token: string): string => `override:${tokenHash(token).toString("base64url").slice(0, 22)}`;

const back = (token: string, done = ""): Response =>
  new Response(null, {
    status: 303,
    headers: {
      ...UNKEPT,
      location: `/s/override/${encodeURIComponent(token)}${done ? `?done=${done}.${signed("link-form", `${formOf(token)}.${done}`)}` : ""}`,
    },
  });
