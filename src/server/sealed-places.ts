// Where sealed secrets lie, each purpose in its place, so that all of them can be sealed anew when the secret is changed.
import { keepResealedPassword, readMailServer } from "@/books/business/mail-server.ts";
import { keepResealedKey, readOnlineSettings } from "@/books/payments/online-settings.ts";
import { keepResealedSecret, readSealedSecrets } from "@/books/business/webhooks.ts";
import type { Books } from "@/books/open.ts";
import { businessSignInOf, keepResealedClient } from "@/db/directory/business-sign-in.ts";
import { allCodeApps, keepResealedApp } from "@/db/directory/second-factors.ts";
import type { Actor } from "./actor.ts";
import { forClient } from "./auth/client-secret.ts";
import { forApp } from "./auth/code-app.ts";
import { forLogin } from "./mail-secret.ts";
import { forKey } from "./online/keys.ts";
import type { Bound, SealFor } from "./sealed.ts";
import { forEndpoint } from "./webhooks/signature.ts";

export type SealedSecret = {
  bound: Bound;
  sealed: Uint8Array;
  /** Nothing is kept where it has become another secret meanwhile. */
  keep: (anew: Uint8Array) => Promise<void>;
};

/** Not a business's: in the directory. */
type OfPeople = "code app";

type Place = (books: Books, actor: Actor) => Promise<SealedSecret[]>;

const PLACES: Record<Exclude<SealFor, OfPeople>, Place> = {
  "mail server password": async (books, actor) => {
    const server = await readMailServer(books);
    const sealed = server?.secret;
    if (!server || !sealed) return [];
    const keep = (anew: Uint8Array) => keepResealedPassword(books, sealed, anew);
    return [{ bound: forLogin(actor, server), sealed, keep }];
  },
  "sign-in client": async (books, actor) => {
    const signIn = await businessSignInOf(actor, books.tx);
    if (!signIn) return [];
    const { sealedSecret: sealed } = signIn;
    const keep = (anew: Uint8Array) => keepResealedClient(actor, { before: sealed, anew }, books.tx);
    return [{ bound: forClient(actor, signIn), sealed, keep }];
  },
  "stripe key": async (books, actor) => {
    const { secretKey, webhookSecret } = await readOnlineSettings(books);
    return [
      { bound: forKey(actor, "secret"), sealed: secretKey },
      { bound: forKey(actor, "webhook"), sealed: webhookSecret },
    ].flatMap(({ bound, sealed }) =>
      sealed ? [{ bound, sealed, keep: (anew: Uint8Array) => keepResealedKey(books, sealed, anew) }] : [],
    );
  },
  "webhook secret": async (books, actor) => {
    const endpoints = await readSealedSecrets(books);
    return endpoints.flatMap(({ endpointId, secret, secretBefore }) =>
      [secret, ...(secretBefore ? [secretBefore] : [])].map((sealed) => ({
        bound: forEndpoint(actor, endpointId),
        sealed,
        keep: (anew: Uint8Array) => keepResealedSecret(books, sealed, anew),
      })),
    );
  },
};

/** Everything that is sealed for people, whatever businesses they belong to. */
export async function sealedSecretsOfPeople(): Promise<SealedSecret[]> {
  return (await allCodeApps()).map(({ userId, sealedSecret: sealed }) => ({
    bound: forApp(userId),
    sealed,
    keep: (anew) => keepResealedApp(userId, sealed, anew),
  }));
}

/** Everything that is sealed in one business's books. */
export async function sealedSecretsIn(books: Books, actor: Actor): Promise<SealedSecret[]> {
  const all: SealedSecret[] = [];
  for (const place of Object.values(PLACES)) all.push(...(await place(books, actor)));
  return all;
}
