// When the secret has been changed: what was sealed with those before it is sealed with the newest, business by business. Done
// twice it does nothing, cut off it is gone on with, and meanwhile everything opens.
import { randomUUID } from "node:crypto";
import { changeBooks, readBooks, type Books } from "@/books/open.ts";
import { allBusinesses } from "@/db/directory/businesses.ts";
import { systemIn, type SystemActor } from "./actor.ts";
import { sealedSecretsIn, sealedSecretsOfPeople, type SealedSecret } from "./sealed-places.ts";
import { reseal } from "./sealed.ts";

/** How many are sealed with the newest secret, with one before it, and with none that is known here. */
export type SealedCount = { newest: number; before: number; unknown: number };

export function countSealed(): Promise<SealedCount> {
  return overAll(
    (actor) => readBooks(actor, (books) => walk(books, actor, false)),
    async () => sealAnew(await sealedSecretsOfPeople(), false),
  );
}

/** Counted as they were before. */
export function resealSecrets(): Promise<SealedCount> {
  return overAll(
    async (actor) => {
      const found = await readBooks(actor, (books) => walk(books, actor, false));
      if (found.before === 0) return found;
      const command = { key: `keys-${randomUUID()}`, procedure: "keys.reseal", input: null };
      return changeBooks(actor, command, (books) => walk(books, actor, true));
    },
    async () => sealAnew(await sealedSecretsOfPeople(), true),
  );
}

const walk = async (books: Books, actor: SystemActor, anew: boolean): Promise<SealedCount> =>
  sealAnew(await sealedSecretsIn(books, actor), anew);

async function sealAnew(all: readonly SealedSecret[], anew: boolean): Promise<SealedCount> {
  const count = { newest: 0, before: 0, unknown: 0 };
  for (const { bound, sealed, keep } of all) {
    const is = reseal(bound, sealed);
    count[typeof is === "string" ? is : "before"]++;
    if (typeof is !== "string" && anew) await keep(is.anew);
  }
  return count;
}

async function overAll(
  each: (actor: SystemActor) => Promise<SealedCount>,
  ofPeople: () => Promise<SealedCount>,
): Promise<SealedCount> {
  const all = await ofPeople();
  for (const business of await allBusinesses()) {
    const { newest, before, unknown } = await each(systemIn(business, `keys-${randomUUID()}`));
    all.newest += newest;
    all.before += before;
    all.unknown += unknown;
  }
  return all;
}
