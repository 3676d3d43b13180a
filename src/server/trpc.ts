// The doors: every procedure says which permission it takes, and gets the tenant's books already open. Whoever
// isn't a member gets the answer that a business that doesn't exist would give.
import { TRPCError, initTRPC } from "@trpc/server";
import { ZodError, z } from "zod";
import { changeBooks, readBooks, type Books } from "@/books/open.ts";
import { mayDo, type Permission } from "@/domain/permission.ts";
import { Refusal, type RefusalCode } from "@/domain/refusal.ts";
import { tenantOf, type MemberActor } from "./actor.ts";
import { parseKnownAtParam } from "./moment-query.ts";
import { isStorable } from "./wire/storable-text.ts";
import { log, logSecurity } from "./log.ts";
import type { From } from "./wire/request.ts";
import type { SignedIn } from "./auth/session.ts";

export type Context = { user: SignedIn | null; member: MemberActor | null; from: From };
/**
 * `secret` names input fields that the audit log must not keep; `shownOnce` keeps the answer out of the books, too;
 * `readOnly` is a question too long for an address, asked as a mutation.
 */
type Care = { secret?: readonly string[]; shownOnce?: boolean; readOnly?: boolean };
type Meta = { permission?: Permission } & Care;

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error, ctx }) => {
      const refusal = error.cause instanceof Refusal ? error.cause : null;
      const { code, httpStatus } = shape.data;
      const requestId = ctx?.from.requestId ?? null;
      const said = { code, httpStatus, requestId, fields: fieldsOf(error.cause) };
      return {
        message: messageOf(error, requestId),
        code: shape.code,
        data: { ...said, refusal: refusal && { code: refusal.code, details: refusal.details } },
      };
    },
  });

export const router = t.router;
export const callerFactory = t.createCallerFactory;

/** Comes from the form, made when it was drawn: a double click is one command. */
export const CommandKey = z.string().min(8).max(100);

/** The shape of a mutation's input: its own fields, nothing else, and the key. */
export const command = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject({ commandKey: CommandKey, ...shape });

/** A procedure for members who hold `permission`, with their tenant's books already open. */
export function allow(permission: Permission, care: Care = {}) {
  return t.procedure.meta({ permission, ...care }).use(async ({ ctx, type, path, getRawInput, next }) => {
    const { member, user } = admitted(ctx, permission, path);
    const raw = await getRawInput();
    // A secret field isn't kept; what it holds is its own procedure's to judge.
    if (!isStorable(redacted(raw, care.secret ?? []))) throw new TRPCError({ code: "BAD_REQUEST" });
    // Asked before the books are open: the snapshot must be younger than the answer.
    const knownAt = type === "query" ? await parseKnownAtParam(raw) : null;
    const work = async (books: Books) => {
      const result = await next({ ctx: { books, member, user, knownAt } });
      // tRPC reports a failure instead of throwing it; only a throw rolls back.
      if (!result.ok) throw result.error;
      return result;
    };
    try {
      if (type !== "mutation" || care.readOnly) return await readBooks(member, work);
      return await carryOut(member, { path, raw, ...care }, work);
    } catch (error) {
      throw refused(error);
    }
  });
}

/** Whoever may; everybody else hears why not, and the log hears of who tried. */
export function admitted({ member, user, from }: Context, permission: Permission, path: string) {
  if (!user) throw new TRPCError({ code: "UNAUTHORIZED" });
  if (!member) throw refused(new Refusal("not-found"));
  if (!mayDo(member.role, permission)) {
    logSecurity("denied", {
      requestId: from.requestId,
      ip: from.ip,
      tenant: tenantOf(member),
      actor: user.userId,
      path,
    });
    throw refused(new Refusal("not-allowed", { permission }));
  }
  return { member, user };
}

type Answered = { ok: true; data: unknown };
type Call = { path: string; raw: unknown } & Care;

/** The answer is what a repeat of the same command gets, so only its data is kept. */
async function carryOut<R extends Answered>(
  member: MemberActor,
  call: Call,
  work: (books: Books) => Promise<R>,
): Promise<R> {
  const { commandKey, ...input } = z.looseObject({ commandKey: CommandKey }).parse(call.raw);
  let first: R | null = null;
  // Their own, so that no key a browser sends is ever one that the system or a colleague uses.
  const key = `${member.subject}:${commandKey}`;
  const order = { key, procedure: call.path, input, kept: redacted(input, call.secret ?? []) };
  const data = await changeBooks(member, order, async (books) => {
    first = await work(books);
    return call.shownOnce ? null : first.data;
  });
  return first ?? ({ marker: "middlewareMarker", ok: true, data } as unknown as R);
}

function redacted(input: unknown, secret: readonly string[]): unknown {
  if (input === null || typeof input !== "object" || secret.length === 0) return input;
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, secret.includes(name) ? "…" : value]),
  );
}

const HTTP: Partial<Record<RefusalCode, TRPCError["code"]>> = {
  "not-found": "NOT_FOUND",
  "not-allowed": "FORBIDDEN",
  busy: "CONFLICT",
  "key-reused": "CONFLICT",
  "changed-meanwhile": "CONFLICT",
  "too-many": "TOO_MANY_REQUESTS",
};

/** A refusal, however deeply wrapped, is an answer; what else went wrong stays what it was. */
export function refused(error: unknown): unknown {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof Refusal)
      return new TRPCError({ code: HTTP[at.code] ?? "UNPROCESSABLE_CONTENT", cause: at });
    if (at instanceof ZodError) return new TRPCError({ code: "BAD_REQUEST", cause: at });
  }
  return error;
}

export function logFailure({
  error,
  path,
  requestId,
}: {
  error: TRPCError;
  path: string | undefined;
  requestId: string;
}) {
  if (error.code === "INTERNAL_SERVER_ERROR")
    log().error({ err: error.cause ?? error, path, requestId }, "procedure failed");
}

function messageOf(error: TRPCError, requestId: string | null): string {
  if (error.cause instanceof Refusal) return error.cause.message;
  if (error.code === "UNAUTHORIZED") return "You are signed out. Sign in again.";
  if (error.code === "NOT_FOUND") return "There is nothing here.";
  if (error.cause instanceof ZodError) return "Some entries need another look.";
  if (error.code === "BAD_REQUEST") return "That request can't be read.";
  return `Something went wrong on our side. Nothing was changed. Reference: ${requestId ?? "none"}.`;
}

function fieldsOf(cause: unknown): Record<string, string[]> | null {
  if (cause instanceof Refusal) {
    const { field } = cause.details;
    return typeof field === "string" ? { [field]: [cause.message] } : null;
  }
  if (!(cause instanceof ZodError)) return null;
  const fields: Record<string, string[]> = {};
  for (const issue of cause.issues) (fields[issue.path.join(".")] ??= []).push(issue.message);
  return fields;
}
