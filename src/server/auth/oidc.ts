// Signing in by a business's own provider (OIDC: code flow with PKCE, state and nonce). Such a session is good for that
// business alone, and for nothing of one's own account: whoever runs the provider can say that somebody is anybody.
import type { Configuration } from "openid-client";
import {
  businessIdOf,
  businessSignInBySlug,
  businessSignInOf,
  keepOidcTry,
  memberByProvenDomain,
  takeOidcTry,
  type BusinessSignIn,
} from "@/db/directory/business-sign-in.ts";
import type { Person } from "@/db/directory/people.ts";
import { Refusal } from "@/domain/refusal.ts";
import { env } from "@/env.ts";
import { log, logSecurity } from "../log.ts";
import type { From } from "../wire/request.ts";
import { openClientSecret } from "./client-secret.ts";
import { limitOidc } from "./limits.ts";
import { Email } from "./mailed-links.ts";
import { publicFetch } from "./public-fetch.ts";
import { newToken, tokenHash } from "./tokens.ts";

// On first use only: most businesses have no provider.
const library = () => import("openid-client");

/** Registered at the provider, exactly so. */
export const backAddress = (): string => `${env().APP_URL}/sign-in/business/back`;

export type Leaving = {
  /** Of the provider, where the browser goes. */
  url: string;
  /** Kept in the browser: the answer counts there alone. */
  state: string;
};

/** Throws "no-own-sign-in", "provider-away", "too-many". */
export async function leaveForProvider(slug: string, from: From): Promise<Leaving> {
  await limitOidc(from);
  const signIn = await businessSignInBySlug(slug);
  if (!signIn) throw new Refusal("no-own-sign-in", { field: "business" });
  const [client, provider] = [await library(), await providerOf(signIn)];
  const [state, nonce, verifier] = [newToken(), newToken(), client.randomPKCECodeVerifier()];
  await keepOidcTry(signIn, { stateHash: tokenHash(state), nonce, verifier });
  const url = client.buildAuthorizationUrl(provider, {
    redirect_uri: backAddress(),
    scope: "openid email",
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  return { url: url.href, state };
}

/** The person, and the only business that the session is good for. */
export type CameBack = { person: Person; onlyIn: string };

/** `query`: what the provider sent the browser back with; null for whoever may not come in. Throws "too-many", "provider-away". */
export async function byProvider(query: string, state: string, from: From): Promise<CameBack | null> {
  await limitOidc(from);
  const tried = await takeOidcTry(tokenHash(state));
  const signIn = tried && (await businessSignInOf(tried));
  if (!tried || !signIn?.inUse) return null;
  const claims = await claimsOf(signIn, { query, state, ...tried });
  const email = claims?.["email_verified"] === true ? Email.safeParse(claims["email"]) : null;
  const person = email?.success ? await memberByProvenDomain(signIn, email.data) : null;
  if (!person || person.disabledAt) {
    logSecurity("sign-in-failed", {
      requestId: from.requestId,
      ip: from.ip,
      actor: person?.id,
      by: "provider",
    });
    return null;
  }
  return { person, onlyIn: businessIdOf(signIn) };
}

type Back = { query: string; state: string; nonce: string; verifier: string };

/** What the provider says of who came; null where it says no, or what it says isn't meant for us. */
async function claimsOf(signIn: BusinessSignIn, { query, state, nonce, verifier }: Back) {
  const [client, provider] = [await library(), await providerOf(signIn)];
  const here = new URL(`${backAddress()}?${query}`);
  const checks = {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  };
  try {
    return (await client.authorizationCodeGrant(provider, here, checks)).claims();
  } catch (error) {
    log().info({ err: error }, "a provider's answer was refused");
    return null;
  }
}

/** Throws "provider-away" for one that doesn't answer as one does, or isn't on the internet. */
async function providerOf(signIn: BusinessSignIn): Promise<Configuration> {
  const client = await library();
  const secret = openClientSecret(signIn);
  if (secret === null) throw new Refusal("provider-away", { because: "Its secret has to be entered again." });
  try {
    const issuer = new URL(signIn.issuer);
    return await client.discovery(issuer, signIn.clientId, undefined, client.ClientSecretPost(secret), {
      [client.customFetch]: (url, { method, headers, body }) => publicFetch(url, { method, headers, body }),
      // publicFetch judges what is asked without TLS.
      execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
      timeout: 10,
    });
  } catch (error) {
    log().info({ err: error }, "a provider didn't answer");
    throw new Refusal("provider-away");
  }
}
