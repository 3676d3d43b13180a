// The door by which anybody may apply for credit: the business's own link, no sign-in. A business that isn't there, a code that
// isn't and a door that was closed are one and the same answer.
import { createHash } from "node:crypto";
import { keepApplication, type SentFile } from "@/books/business/credit-applications.ts";
import { isApplicationCode } from "@/books/business/application-link.ts";
import { readSettings } from "@/books/business/settings.ts";
import { changeBooks, readBooks } from "@/books/open.ts";
import { LARGEST_ATTACHMENT } from "@/domain/business/attachment.ts";
import { ApplicationForm } from "@/domain/credit/application.ts";
import type { Language } from "@/domain/language/language.ts";
import { Refusal } from "@/domain/refusal.ts";
import { tenantOf, type SystemActor } from "./actor.ts";
import { appliedPath, openBusiness } from "./applied-link.ts";
import { forgetTyped, keepTyped, typedIn, type Typed } from "./apply-typed.ts";
import {
  limitApplications,
  limitApply,
  limitApplyPage,
  uncountApplication,
} from "./auth/open-door-limits.ts";
import { enqueueApplication } from "./jobs/enqueue-application.ts";
import { commandKeyOf, formFault, newFormKey } from "./link-form.ts";
import { logSecurity } from "./log.ts";
import { fromHeaders, type From } from "./wire/request.ts";
import { isStorable } from "./wire/storable-text.ts";
import { withinLimit } from "./wire/within-limit.ts";

/** A file and the fields beside it. */
const LARGEST_FORM = LARGEST_ATTACHMENT + 64 * 1024;

export type ApplyDoor = { slug: string; code: string };

/** Who has the door, in whose name an application is kept; refuses "not-found". */
async function openDoor({ slug, code }: ApplyDoor, from: From): Promise<SystemActor> {
  const business = await openBusiness(slug, from);
  if (!(await readBooks(business, (books) => isApplicationCode(books, code)))) throw new Refusal("not-found");
  return { ...business, subject: "link:apply", userName: "By the application link" };
}

type ApplyPage = {
  business: string;
  currency: string;
  language: Language;
  formKey: string;
  /** What this browser typed before, where that wasn't taken. */
  typed: Typed;
};

/** What the page of the form needs; refuses "not-found" and "too-many". */
export async function readApplyPage(door: ApplyDoor, from: From): Promise<ApplyPage> {
  await limitApplyPage(from.ip);
  const actor = await openDoor(door, from);
  const formKey = newFormKey(linkOf(actor, door));
  const { language } = await readBooks(actor, readSettings);
  return { business: actor.orgName, currency: actor.currency, language, formKey, typed: typedIn(from) };
}

/** The key of a form is of this business and this code, and of no other link. */
const linkOf = (actor: SystemActor, { code }: ApplyDoor) => `apply:${tenantOf(actor)}:${code}`;

/** Leads on to the page of what was sent, or back to the form with `?fault=…`, which it words. */
export async function answerApply(request: Request, door: ApplyDoor): Promise<Response> {
  const from = fromHeaders(request.headers);
  const fault = formFault(request, from);
  if (fault) return fault;
  const sent: { typed: Typed } = { typed: {} };
  const form = `/apply/${encodeURIComponent(door.slug)}/${encodeURIComponent(door.code)}`;
  try {
    await limitApplyPage(from.ip);
    const actor = await openDoor(door, from);
    await limitApply(from.ip);
    const fields = await fieldsOf(request);
    sent.typed = textIn(fields);
    // Nobody sees this field, so nobody fills it but a program, which is told that all went well.
    if (sent.typed["homepage"]) return leadTo(`${form}?sent=yes`, forgetTyped());
    const { applicationId } = await keep(actor, door, { fields, typed: sent.typed, from });
    return leadTo(appliedPath(actor, applicationId), forgetTyped());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return leadTo(`${form}?fault=${error.code}`, keepTyped(sent.typed));
  }
}

async function fieldsOf(request: Request): Promise<FormData> {
  const sized = await withinLimit(request, LARGEST_FORM);
  if (!sized) throw new Refusal("file-too-large");
  return sized.formData().catch(() => {
    throw new Refusal("form-incomplete");
  });
}

/** What the form has, whatever else is sent; of a file no more than its name: a page can't choose it again. */
const NAMES = [...Object.keys(ApplicationForm.shape), "key", "homepage", "file"];

const textIn = (fields: FormData): Typed =>
  Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = fields.get(name);
      return value === null ? [] : [[name, typeof value === "string" ? value : value.name]];
    }),
  );

type Sent = { fields: FormData; typed: Typed; from: From };

async function keep(
  actor: SystemActor,
  door: ApplyDoor,
  { fields, typed, from }: Sent,
): Promise<{ applicationId: string }> {
  const form = ApplicationForm.safeParse(typed);
  if (!form.success || !isStorable(typed)) throw new Refusal("form-incomplete");
  const key = commandKeyOf(linkOf(actor, door), typed["key"] ?? "");
  const file = await fileIn(fields.get("file"));
  const sha256 = file && createHash("sha256").update(file.content).digest("hex");
  // The log says that somebody applied; who they are and what they earn stands in their application alone.
  const command = { key, procedure: "apply.send", input: { ...form.data, sha256 }, kept: {} };
  const counted = { tenant: tenantOf(actor), ip: from.ip };
  await limitApplications(counted);
  const came = { isNew: false };
  try {
    const kept = await changeBooks(actor, command, async (books) => {
      const made = await keepApplication(books, form.data, file);
      await enqueueApplication(books, actor, { applicationId: made.applicationId, what: "came" });
      came.isNew = true;
      return made;
    });
    logSecurity("applied", { requestId: from.requestId, ip: from.ip, tenant: tenantOf(actor) });
    return kept;
  } catch (error) {
    came.isNew = false;
    throw error;
  } finally {
    // What wasn't kept, or was before, takes nobody's place.
    if (!came.isNew) await uncountApplication(counted);
  }
}

/** A browser sends an empty file where none was chosen. */
async function fileIn(value: FormDataEntryValue | null): Promise<SentFile | null> {
  if (value === null || typeof value === "string" || value.size === 0) return null;
  const name = value.name.slice(0, 500);
  if (!isStorable(name)) throw new Refusal("file-kind");
  return { name, content: new Uint8Array(await value.arrayBuffer()) };
}

const leadTo = (location: string, cookie: string): Response =>
  new Response(null, {
    status: 303,
    headers: { location, "set-cookie": cookie, "cache-control": "private, no-store" },
  });
