// The doors: every procedure says which permission it takes, and gets the tenant's books already open. Whoever
// isn't a member gets the answer that a business that doesn't exist would give.
import { TRPCError, initTRPC } from "@trpc/server";
import { ZodError, z } from "zod";
import { changeBooks, readBooks, type Books } from "@/books/open.ts";
import type { Permission } from "@/domain/permission.ts";
import { Refusal, type RefusalCode } from "@/domain/refusal.ts";
import { may, tenantOf, type Insider, type MemberActor } from "./actor.ts";
import { parseKnownAtParam } from "./moment-query.ts";
import { isStorable } from "./wire/storable-text.ts";
import { logSecurity } from "./log.ts";
import { tellChange } from "./told-changes.ts";
import { troubleIn } from "./trouble.ts";
import type { From } from "./wire/request.ts";
import type { SignedIn } from "./auth/session.ts";
import { signed } from "./auth/signed.ts";

/** `user` is the person who is signed in; a program with a key is a member without one. */
export type Context = { user: SignedIn | null; member: Insider | null; from: From };
/** `secret` names input fields that the audit log must not keep; `shownOnce` keeps the answer out of the books, too. */
type Care = {
  secret?: readonly string[];
  shownOnce?: boolean;
  /** Shuts a door to somebody outside: the security log hears of it. */
  shuts?: boolean;
  /** Answers only what is final: without a `knownAt` of its own it is the newest one that can be asked for. */
  isFinal?: boolean;
  limit?: DoorLimit;
  afterwards?: Afterwards;
};
/** Counts a try in the directory before the books are open, and throws a refusal where it is one too many. */
type DoorLimit = (member: Insider, input: unknown) => Promise<void>;
/** Carries over to the directory what the books have committed; done again when the command is repeated. */
type Afterwards = (member: Insider, answer: unknown) => Promise<void>;
type Meta = { permission?: Permission } & Care;

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error, ctx, type }) => {
      const refusal = error.cause instanceof Refusal ? error.cause : null;
      const { code, httpStatus } = shape.data;
      const requestId = ctx?.from.requestId ?? null;
      const trouble = troubleIn(error, type !== "query");
      const said = {
        code,
        httpStatus,
        requestId,
        fields: fieldsOf(error.cause),
        trouble: trouble?.kind ?? null,
      };
      return {
        message: trouble?.message ?? messageOf(error, requestId),
        code: shape.code,
        data: { ...said, refusal: refusal && { code: refusal.code, details: refusal.details } },
      };
    },
  });

export const router = t.router;
export const callerFactory = t.createCallerFactory;

/** Comes from the form, made when it was drawn: a double click is one command. */
export const CommandKey = z.string().min(8).max(100);

const Keyed = z.object({ commandKey: CommandKey });

/** A question of members who hold `permission`: their tenant's books are open, and nothing can be written by accident. */
export function allow(permission: Permission, care: Care = {}) {
  return door(permission, care).use(async ({ ctx, getRawInput, next }) => {
    // Asked before the books are open: the snapshot must be younger than the answer.
    const knownAt = await parseKnownAtParam(await getRawInput(), care.isFinal);
    return answered(
      readBooks(ctx.member, async (books) => {
        const result = await next({ ctx: { books, knownAt } });
        // tRPC reports a failure instead of throwing it; only a throw ends the transaction as one.
        if (!result.ok) throw result.error;
        return result;
      }),
    );
  });
}

/**
 * A change by members who hold `permission`, carried out once per key. The key comes with the input and is taken out of
 * it here: what a procedure names as its input, and what its verb is given, is without it.
 */
export function command(permission: Permission, care: Care = {}) {
  return door(permission, care)
    .input(Keyed.transform(() => ({})))
    .use(async ({ ctx, path, getRawInput, next }) => {
      const call = { path, ...withoutKey(await getRawInput()), ...care };
      const done = await answered(
        carryOut(ctx.member, call, async (books) => {
          const result = await next({ ctx: { books } });
          // Only a throw rolls back.
          if (!result.ok) throw result.error;
          return result;
        }),
      );
      const opens = Boolean(care.shownOnce || care.shuts);
      tellChange({ member: ctx.member, from: ctx.from, path, permission, opens });
      return done;
    })
    .use(({ getRawInput, next }) => next({ getRawInput: async () => withoutKey(await getRawInput()).input }));
}

/**
 * For members who hold `permission`, with the books closed: what waits for somebody outside must hold no transaction open.
 * It opens them itself for as long as it needs to.
 */
export const beside = (permission: Permission, care: Care = {}) => door(permission, care);

function door(permission: Permission, care: Care) {
  return t.procedure.meta({ permission, ...care }).use(async ({ ctx, path, getRawInput, next }) => {
    const { member, user } = admitted(ctx, permission, path);
    // A secret field isn't kept; what it holds is its own procedure's to judge.
    if (!isStorable(redacted(await getRawInput(), care.secret ?? [])))
      throw new TRPCError({ code: "BAD_REQUEST" });
    if (care.limit) await answered(care.limit(member, await getRawInput()));
    return next({ ctx: { member, user } });
  });
}

async function answered<R>(work: Promise<R>): Promise<R> {
  try {
    return await work;
  } catch (error) {
    throw refused(error);
  }
}

/** Everything but the key stays as it was sent, `__proto__` too, for the procedure's own shape to judge. */
function withoutKey(raw: unknown): { commandKey: string; input: Record<string, unknown> } {
  const { commandKey } = Keyed.parse(raw);
  const others = Object.entries(raw as object).filter(([name]) => name !== "commandKey");
  return { commandKey, input: Object.fromEntries(others) };
}

/** Whoever may; everybody else hears why not, and the log hears of who tried. */
export function admitted({ member, user, from }: Context, permission: Permission, path: string) {
  if (!user && member?.kind !== "key") throw new TRPCError({ code: "UNAUTHORIZED" });
  if (!member) throw refused(new Refusal("not-found"));
  if (!may(member, permission)) {
    logSecurity("denied", {
      requestId: from.requestId,
      ip: from.ip,
      tenant: tenantOf(member),
      actor: user?.userId ?? member.subject,
      path,
    });
    throw refused(new Refusal("not-allowed", { permission }));
  }
  return { member: { ...member, ip: from.ip, agent: from.userAgent }, user };
}

/** The person who asks, for what makes no sense to a program; a key is refused "not-allowed". */
export function personIn({ member, user }: { member: Insider; user: SignedIn | null }): {
  member: MemberActor;
  user: SignedIn;
} {
  if (member.kind === "key" || !user) throw refused(new Refusal("not-allowed"));
  return { member, user };
}

/** Their own, so that no key a browser sends is ever one that the system or a colleague uses. */
export const keyOf = (member: Insider, commandKey: string): string => `${member.subject}:${commandKey}`;

type Answered = { ok: true; data: unknown };
type Call = { path: string; commandKey: string; input: unknown } & Care;

/** The answer is what a repeat of the same command gets, so only its data is kept. */
async function carryOut<R extends Answered>(
  member: Insider,
  { path: procedure, commandKey, input, secret = [], shownOnce = false, afterwards }: Call,
  work: (books: Books) => Promise<R>,
): Promise<R> {
  let first: R | null = null;
  const key = keyOf(member, commandKey);
  const kept = redacted(input, secret);
  // Nor can it be guessed from the hash of the request.
  const order = {
    key,
    procedure,
    input: secret.length > 0 ? [kept, signed("secret", JSON.stringify(input))] : input,
    kept,
  };
  const data = await changeBooks(member, order, async (books) => {
    first = await work(books);
    return shownOnce ? null : first.data;
  });
  await afterwards?.(member, data);
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
  "second-factor-needed": "FORBIDDEN",
  busy: "CONFLICT",
  "key-reused": "CONFLICT",
  "changed-meanwhile": "CONFLICT",
  "too-many": "TOO_MANY_REQUESTS",
  "too-many-mails": "TOO_MANY_REQUESTS",
  "too-many-to-one": "TOO_MANY_REQUESTS",
  crowded: "TOO_MANY_REQUESTS",
  "import-too-large": "PAYLOAD_TOO_LARGE",
  "files-full": "PAYLOAD_TOO_LARGE",
};

/** A refusal or trouble, however deeply wrapped, is an answer; what else went wrong stays what it was. */
export function refused(error: unknown): unknown {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof Refusal)
      return new TRPCError({ code: HTTP[at.code] ?? "UNPROCESSABLE_CONTENT", cause: at });
    if (at instanceof ZodError) return new TRPCError({ code: "BAD_REQUEST", cause: at });
  }
  return troubleIn(error) ? new TRPCError({ code: "SERVICE_UNAVAILABLE", cause: error }) : error;
}

function messageOf(error: TRPCError, requestId: string | null): string {
  if (error.cause instanceof Refusal) return error.cause.message;
  if (error.code === "UNAUTHORIZED") return "You are signed out. Sign in again.";
  if (error.code === "NOT_FOUND") return "There is nothing here.";
  if (error.cause instanceof ZodError) return "Some entries need another look.";
  if (error.code === "BAD_REQUEST") return "That request can't be read.";
  return `Something went wrong on our side. Reference: ${requestId ?? "none"}.`;
}

function fieldsOf(cause: unknown): Record<string, string[]> | null {
  if (cause instanceof Refusal) return cause.field === null ? null : { [cause.field]: [cause.message] };
  if (!(cause instanceof ZodError)) return null;
  const fields: Record<string, string[]> = {};
  for (const issue of cause.issues) (fields[issue.path.join(".")] ??= []).push(issue.message);
  return fields;
}
