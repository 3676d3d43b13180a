// For tests of the doors: a business's own sign-in as its procedures need it, with a DNS that says what it is asked for.
import { randomUUID } from "node:crypto";
import { present } from "@/domain/assert.ts";
import { setResolver } from "../auth/domain-proof.ts";
import { asMember, call } from "./fixture-caller.ts";
import { key } from "./fixture-documents.ts";
import type { Shop } from "./shop.ts";

const DOMAIN = "stand-in.example";

export const OWN_SIGN_IN_INPUTS: Record<string, (shop: Shop) => unknown> = {
  "ownSignIn.read": () => ({}),
  "ownSignIn.change": ({ version }) => ({
    ...key(),
    issuer: "https://login.stand-in.example",
    client: "onaccount",
    clientSecret: "between-the-two",
    inUse: false,
    version,
  }),
  "ownSignIn.addDomain": () => ({ ...key(), domain: DOMAIN }),
  "ownSignIn.removeDomain": () => ({ ...key(), domain: "elsewhere.example" }),
  "ownSignIn.proveDomain": () => ({ ...key(), domain: DOMAIN }),
};

async function domainAnew(shop: Shop): Promise<void> {
  const owner = await asMember(shop, "owner");
  await call(owner, "ownSignIn.addDomain", { commandKey: randomUUID(), domain: DOMAIN });
  const read = (await call(owner, "ownSignIn.read", {})) as { domains: { domain: string; record: string }[] };
  const { record } = present(
    read.domains.find(({ domain }) => domain === DOMAIN),
    "it was just added",
  );
  setResolver(() => Promise.resolve([[record]]));
}

export const OWN_SIGN_IN_ANEW = { "ownSignIn.proveDomain": domainAnew };
