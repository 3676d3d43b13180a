// Keys of a business that programs ask with, made as its owner makes them.
import { randomUUID } from "node:crypto";
import { callTRPCProcedure } from "@trpc/server";
import { present } from "@/domain/assert.ts";
import { memberActor } from "@/server/actor.ts";
import { appRouter } from "@/server/routers/index.ts";
import type { Context } from "@/server/trpc.ts";
import { fromHeaders } from "@/server/wire/request.ts";

/** The business, and who owns it. */
type Owned = { slug: string; ownerId: string };

export const ownerOf = ({ ownerId }: Owned) => ({
  userId: ownerId,
  name: "Olive Owner",
  email: "owner@bench.example",
});

export const FROM = fromHeaders(new Headers());

export const callAs = (ctx: Context, path: string, input: unknown): Promise<unknown> =>
  callTRPCProcedure({
    router: appRouter,
    path,
    type: "mutation",
    ctx,
    getRawInput: () => Promise.resolve(input),
    signal: undefined,
    batchIndex: 0,
  });

/** So many that none of them asks more often than a key may is the caller's to choose. */
export async function makeKeys(owned: Owned, count: number, scopes: readonly string[]): Promise<string[]> {
  const user = ownerOf(owned);
  const member = present(await memberActor(user, owned.slug, "bench"), "the owner is a member");
  const made = Array.from({ length: count }, async (_, n) => {
    const input = { commandKey: randomUUID(), name: `Till ${n}`, scopes };
    return (await callAs({ user, member, from: FROM }, "apiKeys.make", input)) as { key: string };
  });
  return (await Promise.all(made)).map(({ key }) => key);
}
