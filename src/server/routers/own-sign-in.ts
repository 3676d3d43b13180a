// A business's own sign-in: its provider, and the domains whose addresses it speaks for. A domain counts when its DNS says
// so: else whoever runs a provider could say that they are a member with an address elsewhere.
import { z } from "zod";
import { changeBooks, readBooks } from "@/books/open.ts";
import {
  addDomain,
  businessSignInOf,
  domainsOf,
  keepBusinessSignIn,
  markDomainProven,
  removeDomain,
} from "@/db/directory/business-sign-in.ts";
import { DomainName, OwnSignInChange } from "@/domain/business/own-sign-in-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import { sealClientSecret } from "../auth/client-secret.ts";
import { domainSays, newProof, recordOf } from "../auth/domain-proof.ts";
import { limitKeyCheck } from "../auth/limits.ts";
import { backAddress } from "../auth/oidc.ts";
import { CommandKey, allow, beside, command, keyOf, refused, router } from "../trpc.ts";

const MOST_DOMAINS = 10;

export const ownSignInRouter = router({
  /** Without its secret. */
  read: allow("people:manage")
    .input(z.strictObject({}))
    .query(async ({ ctx: { member, books } }) => {
      const signIn = await businessSignInOf(member, books.tx);
      const domains = await domainsOf(member, books.tx);
      return {
        issuer: signIn?.issuer ?? "",
        client: signIn?.clientId ?? "",
        inUse: signIn?.inUse ?? false,
        version: signIn?.version ?? 0,
        backAddress: backAddress(),
        domains: domains.map(({ domain, proof, proven }) => ({ domain, proven, record: recordOf(proof) })),
      };
    }),

  change: command("security:change", { secret: ["clientSecret"] })
    .input(OwnSignInChange)
    .mutation(async ({ ctx: { member, books }, input }) => {
      const { clientSecret, version: seen, issuer, client: clientId, inUse } = input;
      const before = await businessSignInOf(member, books.tx);
      // Sealed for this provider and client: for another one it has to be entered again.
      const same = before?.issuer === issuer && before.clientId === clientId;
      if (clientSecret === null && !(before && same))
        throw new Refusal("secret-again", { field: "clientSecret" });
      const sealedSecret =
        clientSecret === null
          ? before?.sealedSecret
          : sealClientSecret(member, { issuer, clientId }, clientSecret);
      if (!sealedSecret) throw new Refusal("secret-again", { field: "clientSecret" });
      const kept = { issuer, clientId, inUse, sealedSecret, seen };
      if (!(await keepBusinessSignIn(member, kept, books.tx))) throw new Refusal("changed-meanwhile");
      return { version: seen + 1 };
    }),

  addDomain: command("security:change")
    .input(z.strictObject({ domain: DomainName }))
    .mutation(async ({ ctx: { member, books }, input: { domain } }) => {
      if ((await domainsOf(member, books.tx)).length >= MOST_DOMAINS) throw new Refusal("too-many-domains");
      await addDomain(member, { domain, proof: newProof() }, books.tx);
      return { domain };
    }),

  removeDomain: command("security:change")
    .input(z.strictObject({ domain: DomainName }))
    .mutation(async ({ ctx: { member, books }, input: { domain } }) => {
      await removeDomain(member, domain, books.tx);
      return { domain };
    }),

  /** Looks its record up, with the books closed. Throws "domain-silent". */
  proveDomain: beside("security:change", { limit: limitKeyCheck })
    .input(z.strictObject({ commandKey: CommandKey, domain: DomainName }))
    .mutation(async ({ ctx: { member }, input: { commandKey, domain } }) => {
      const domains = await readBooks(member, (books) => domainsOf(member, books.tx));
      const found = domains.find((each) => each.domain === domain);
      if (!found) throw refused(new Refusal("not-found"));
      if (!(await domainSays(domain, found.proof))) throw refused(new Refusal("domain-silent"));
      const order = { key: keyOf(member, commandKey), procedure: "ownSignIn.proveDomain", input: { domain } };
      return changeBooks(member, order, async (books) => {
        await markDomainProven(member, domain, books.tx);
        return { domain };
      });
    }),
});
