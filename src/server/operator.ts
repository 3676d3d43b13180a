// A procedure carried out by the operator as a member of a business: through the same router as a browser's, so with that
// member's permission, the same shape of the input, one effect per command key, and the audit row in their name.
import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { personByEmail } from "@/db/directory/people.ts";
import { memberActor } from "./actor.ts";
import { appRouter } from "./routers/index.ts";
import { callerFactory, type Context } from "./trpc.ts";

type Procedure = { _def: { type: "query" | "mutation"; meta?: { permission?: string } } };
const procedures = appRouter._def.procedures as unknown as Record<string, Procedure>;

/** `permission`: what a member needs for it. */
export type ProcedureName = { path: string; type: "query" | "mutation"; permission: string };

export const procedureNames = (): ProcedureName[] =>
  Object.entries(procedures)
    .map(([path, { _def }]) => ({ path, type: _def.type, permission: _def.meta?.permission ?? "" }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

/** null for who may not come in there: a stranger, somebody disabled, or no such business. */
export async function memberContext(slug: string, email: string, requestId: string): Promise<Context | null> {
  const person = await personByEmail(email);
  if (!person || person.disabledAt !== null) return null;
  const user = { userId: person.id, name: person.name, email: person.email };
  // Who has the machine needs no second factor.
  const member = await memberActor({ ...user, secondFactor: true }, slug, requestId);
  return member && { user, member, from: { requestId, ip: "operator", userAgent: null, browser: null } };
}

/** A change without a command key gets one: it is then carried out each time that it is asked for. */
export function callProcedure(context: Context, path: string, input: unknown): Promise<unknown> {
  if (!(path in procedures)) throw new TRPCError({ code: "NOT_FOUND" });
  const [noun = "", verb = ""] = path.split(".");
  const call: (input: unknown) => Promise<unknown> = Reflect.get(
    Reflect.get(createCaller(context), noun),
    verb,
  );
  return call(isCommand(path, input) ? { commandKey: randomUUID(), ...input } : input);
}

const createCaller = callerFactory(appRouter);

const isCommand = (path: string, input: unknown): input is object =>
  procedures[path]?._def.type === "mutation" && input !== null && typeof input === "object";
