// What the holder of a link says back: they object to an invoice, promise a day, have seen the paper. A form's POST, carried out
// once, that leads back to the page it came from; nothing here is done by looking.
import { createHash } from "node:crypto";
import type { z } from "zod";
import { attachFile } from "@/books/business/attachments.ts";
import { askQuestion } from "@/books/collections/questions.ts";
import { makePromise } from "@/books/collections/promises.ts";
import { raiseDispute } from "@/books/invoices/disputes.ts";
import { changeBooks, type Books } from "@/books/open.ts";
import { accountOfPaper, noteOpening } from "@/books/statements/openings.ts";
import { LARGEST_ATTACHMENT } from "@/domain/business/attachment.ts";
import type { Difference } from "@/domain/statements/question.ts";
import { Differences } from "@/domain/statements/question-shape.ts";
import { Refusal } from "@/domain/refusal.ts";
import {
  DisputeAnswer,
  PromiseAnswer,
  QuestionAnswer,
  SeenAnswer,
} from "@/domain/statements/link-answers.ts";
import { parseAmount, type Cents } from "@/domain/values/money.ts";
import { tenantOf, type LinkActor } from "./actor.ts";
import { limitLinkAnswer } from "./auth/limits.ts";
import { enqueueSaid } from "./jobs/queue.ts";
import { commandKeyOf, formFault } from "./link-form.ts";
import { logSecurity } from "./log.ts";
import { openShared } from "./shared-paper.ts";
import { fromHeaders, type From } from "./wire/request.ts";
import { isStorable } from "./wire/storable-text.ts";
import { withinLimit } from "./wire/within-limit.ts";

/** A file and the fields beside it. */
const LARGEST_FORM = LARGEST_ATTACHMENT + 64 * 1024;

const LINK_ANSWERS = ["dispute", "promise", "question", "seen"] as const;
export type LinkAnswer = (typeof LINK_ANSWERS)[number];
export const isLinkAnswer = (text: string): text is LinkAnswer => LINK_ANSWERS.some((each) => each === text);

/** Leads back with `?done=…` or `?fault=…`, which the page words. */
export async function answerLinkForm(request: Request, token: string, what: LinkAnswer): Promise<Response> {
  const from = fromHeaders(request.headers);
  const fault = formFault(request, from);
  if (fault) return fault;
  const form: { invoice?: string } = {};
  try {
    await carryOut(request, { token, what, from, form });
    return backTo(token, what, form, { done: what });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return backTo(token, what, form, { fault: error.code });
  }
}

type Asked = { token: string; what: LinkAnswer; from: From; form: { invoice?: string } };

async function carryOut(request: Request, { token, what, from, form }: Asked): Promise<void> {
  const { actor } = await openShared(token, from);
  await limitLinkAnswer(from.ip, actor.linkId);
  const fields = await fieldsOf(request);
  const invoice = fields.get("invoice");
  // An invoice's own link shows it on its first page.
  if (typeof invoice === "string" && actor.paper.kind === "statement") form.invoice = invoice;
  const text = Object.fromEntries([...fields].filter(([, value]) => typeof value === "string"));
  if (!isStorable(text)) throw new Refusal("form-incomplete");
  const given = fields.get("key");
  const key = commandKeyOf(actor.linkId, typeof given === "string" ? given : "");
  await ANSWERS[what](actor, { key, text, file: await fileIn(fields) });
  logSecurity("link-answered", {
    requestId: from.requestId,
    ip: from.ip,
    tenant: tenantOf(actor),
    actor: actor.subject,
    answer: what,
  });
}

type SentFile = { name: string; content: Uint8Array };
type Sent = { key: string; text: Record<string, unknown>; file: SentFile | null };

const ANSWERS: Record<LinkAnswer, (actor: LinkActor, sent: Sent) => Promise<unknown>> = {
  async dispute(actor, { key, text, file }) {
    const { invoice: invoiceId, ...said } = parsed(DisputeAnswer, text);
    const { kind, id } = actor.paper;
    if (kind !== "statement" && !(kind === "invoice" && id === invoiceId)) throw new Refusal("not-found");
    const sha256 = file && createHash("sha256").update(file.content).digest("hex");
    const command = { key, procedure: "link.dispute", input: { invoiceId, ...said, sha256 } };
    return changeBooks(actor, command, async (books) => {
      const { accountId } = await opened(books, actor);
      const raised = await raiseDispute(books, accountId, { invoiceId, ...said });
      if (file) await attachFile(books, { kind: "invoice", id: invoiceId, ...file });
      await enqueueSaid(books, actor, { kind: "dispute", saidId: raised.disputeId });
      return raised;
    });
  },

  async promise(actor, { key, text }) {
    const { day: promisedOn, amount } = parsed(PromiseAnswer, text);
    const command = { key, procedure: "link.promise", input: { promisedOn, amount } };
    return changeBooks(actor, command, async (books) => {
      const account = await opened(books, actor);
      const amountCents = amount === "" ? null : amountIn(amount, account.currency, actor.locale);
      const made = await makePromise(books, account, { promisedOn, amountCents });
      await enqueueSaid(books, actor, { kind: "promise", saidId: made.promiseId });
      return made;
    });
  },

  async question(actor, { key, text }) {
    const { note, differences: said } = parsed(QuestionAnswer, text);
    if (actor.paper.kind !== "statement") throw new Refusal("not-found");
    const differences = differencesIn(said);
    const command = { key, procedure: "link.question", input: { note, differences } };
    return changeBooks(actor, command, async (books) => {
      const asked = await askQuestion(books, await opened(books, actor), { note, differences });
      await enqueueSaid(books, actor, { kind: "question", saidId: asked.questionId });
      return asked;
    });
  },

  async seen(actor, { key, text }) {
    parsed(SeenAnswer, text);
    const command = { key, procedure: "link.seen", input: {} };
    return changeBooks(actor, command, (books) => noteOpening(books, actor.linkId));
  },
};

/** Who answers has seen it. */
async function opened(books: Books, { linkId, paper }: LinkActor) {
  await noteOpening(books, linkId);
  return accountOfPaper(books, paper);
}

function parsed<T>(shape: z.ZodType<T>, text: Record<string, unknown>): T {
  const read = shape.safeParse(text);
  if (!read.success) throw new Refusal("form-incomplete");
  return read.data;
}

function differencesIn(said: string): Difference[] {
  try {
    const read = Differences.safeParse(JSON.parse(said));
    if (read.success) return read.data;
  } catch {
    // No JSON, no differences.
  }
  throw new Refusal("form-incomplete");
}

function amountIn(text: string, currency: string, locale: string): Cents {
  const amount = parseAmount(text, currency, locale);
  if (typeof amount === "string" || amount <= 0) throw new Refusal("amount-unreadable");
  return amount;
}

async function fieldsOf(request: Request): Promise<FormData> {
  const sized = await withinLimit(request, LARGEST_FORM);
  if (!sized) throw new Refusal("file-too-large");
  return sized.formData().catch(() => {
    throw new Refusal("form-incomplete");
  });
}

/** A file box that was left empty is sent as a file without a name. */
async function fileIn(fields: FormData): Promise<SentFile | null> {
  const file = fields.get("file");
  if (file === null || typeof file === "string" || file.size === 0) return null;
  const name = file.name.slice(0, 500);
  if (!isStorable(name)) throw new Refusal("file-kind");
  return { name, content: new Uint8Array(await file.arrayBuffer()) };
}

function backTo(
  token: string,
  what: LinkAnswer,
  { invoice }: { invoice?: string },
  said: Record<string, string>,
): Response {
  const isBehind = what === "dispute" && invoice !== undefined;
  const path = isBehind ? ["s", token, "invoices", invoice.slice(0, 60)] : ["s", token];
  const location = `${path.map((part) => `/${encodeURIComponent(part)}`).join("")}?${new URLSearchParams(said)}#${what}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } });
}
