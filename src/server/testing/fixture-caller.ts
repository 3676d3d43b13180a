// For tests of the doors: each procedure called as anyone, and the books of a stand-in shop past the doors.
import { TRPCError } from "@trpc/server";
import type { z } from "zod";
import { ledger, type Ledger } from "@/books/story/ledger-dsl.ts";
import type { Person } from "@/db/directory/people.ts";
import { present } from "@/domain/assert.ts";
import type { Role } from "@/domain/permission.ts";
import { memberActor, type MemberActor } from "../actor.ts";
import { appRouter } from "../routers/index.ts";
import { callerFactory, type Context } from "../trpc.ts";
import type { Shop } from "./shop.ts";
import { somewhere } from "./fixtures.ts";

export const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: "query" | "mutation"; meta?: { permission?: string }; inputs: z.core.$ZodType[] } }
>;
export const paths = Object.keys(procedures);

/** Whoever calls in a test is a person. */
type PersonsContext = Context & { member: MemberActor | null };

export async function as(
  person: Pick<Person, "id" | "name" | "email"> | null,
  slug: string,
): Promise<PersonsContext> {
  const user = person && { userId: person.id, name: person.name, email: person.email };
  const member = user && (await memberActor({ userId: user.userId, name: user.name }, slug, "test-request"));
  return { user, member, from: somewhere() };
}
export const asMember = (shop: Shop, role: Role) => as(shop.people[role], shop.slug);

const createCaller = callerFactory(appRouter);

/** Calls a procedure by its path, as a batch over HTTP would: with whatever input. */
export async function call(context: Context, path: string, input: unknown): Promise<unknown> {
  const [noun = "", verb = ""] = path.split(".");
  const nouns = createCaller(context) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  return present(nouns[noun]?.[verb], `${path} is a procedure`)(input);
}

type Outcome = { code: string; refusal: unknown; message: string } | { answer: unknown };

/** The answer, or what a browser hears instead. */
export async function answerOf(context: Context, path: string, input: unknown): Promise<Outcome> {
  try {
    return { answer: await call(context, path, input) };
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const cause = error.cause as { code?: string; details?: unknown } | undefined;
    return { code: error.code, refusal: [cause?.code, cause?.details], message: error.message };
  }
}

export async function booksOf({ slug, people: { owner } }: Pick<Shop, "slug" | "people">): Promise<Ledger> {
  const { member } = await as(owner, slug);
  return ledger(present(member, "the owner is a member"));
}
