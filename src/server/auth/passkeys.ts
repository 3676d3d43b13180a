// Passkeys: made on one's account page, and a way in by themselves, since the device asks for a finger, a face or its PIN.
// A challenge is kept here, answered once and within five minutes; where it was answered is judged by APP_URL.
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { isIP } from "node:net";
import { z } from "zod";
import {
  keepChallenge,
  keepPasskey,
  passkeyById,
  passkeysOf,
  removePasskey,
  takeChallenge,
  usePasskey,
} from "@/db/directory/passkeys.ts";
import { recoveryCodesLeft } from "@/db/directory/second-factors.ts";
import { personById, type Person } from "@/db/directory/people.ts";
import { Refusal } from "@/domain/refusal.ts";
import { writtenText } from "@/domain/values/written-text.ts";
import { env } from "@/env.ts";
import { log, logSecurity } from "../log.ts";
import type { From } from "../wire/request.ts";
import { agoInWords } from "./browser-words.ts";
import { limitOwnSecond, limitPasskey } from "./limits.ts";
import { mailSecondFactor } from "./mailed-links.ts";
import { codeHashes, newRecoveryCodes } from "./recovery-codes.ts";
import type { Own } from "./second-factor.ts";
import { mustKnowPassword } from "./own-password.ts";
import { tokenHash } from "./tokens.ts";

export const PasskeyName = writtenText("Enter a name.").max(60, "Use at most 60 characters.");

// On first use only: it parses certificates and weighs as much.
const library = () => import("@simplewebauthn/server");

const place = () => {
  const { origin, hostname } = new URL(env().APP_URL);
  return { origin, hostname };
};

/** Browsers make passkeys for names alone, and over TLS or on the machine itself. */
export function passkeysWork(): boolean {
  const { origin, hostname } = place();
  return (
    !isIP(hostname) && !hostname.startsWith("[") && (origin.startsWith("https:") || hostname === "localhost")
  );
}

/** What the browser is to make one of. Throws "password-wrong", "too-many". */
export async function passkeyToMake(
  own: Own & { name: string },
  password: string,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  await mustKnowPassword(own.userId, password);
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    rpName: "Onaccount",
    rpID: place().hostname,
    userID: new TextEncoder().encode(own.userId),
    userName: own.email,
    userDisplayName: own.name,
    excludeCredentials: (await passkeysOf(own.userId)).map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await keepChallenge(tokenHash(options.challenge), own.userId);
  return options;
}

export type MadePasskey = {
  /** Recovery codes, where these are the first. */
  codes: readonly string[] | null;
  later: () => Promise<void>;
};

/** Throws "passkey-refused". */
export async function makePasskey(
  own: Own,
  given: { name: string; response: RegistrationResponseJSON },
  from: From,
): Promise<MadePasskey> {
  await limitOwnSecond(own.userId);
  const { verifyRegistrationResponse } = await library();
  const { origin, hostname } = place();
  const { registrationInfo: made } = await verifyRegistrationResponse({
    response: given.response,
    expectedChallenge: (challenge) => takeChallenge(tokenHash(challenge), own.userId),
    expectedOrigin: origin,
    expectedRPID: hostname,
    requireUserVerification: true,
  }).catch(refused);
  if (!made) throw new Refusal("passkey-refused");
  const first = (await recoveryCodesLeft(own.userId)) === 0;
  const codes = first ? newRecoveryCodes() : null;
  const { id, publicKey, counter } = made.credential;
  const passkey = { id, publicKey: Buffer.from(publicKey), counter, name: given.name };
  const hashes = codes && codeHashes(own.userId, codes);
  if (!(await keepPasskey({ ...passkey, userId: own.userId }, own.sessionId, hashes)))
    throw new Refusal("passkey-refused");
  logSecurity("passkey-added", { requestId: from.requestId, ip: from.ip, actor: own.userId });
  return { codes, later: () => mailSecondFactor(own.email, "passkey") };
}

/** Throws "password-wrong", "too-many". With the last second factor go its recovery codes and every other session. */
export async function forgetPasskey(
  own: Own,
  id: string,
  password: string,
  from: From,
): Promise<{ later: () => Promise<void> }> {
  await mustKnowPassword(own.userId, password);
  if (!(await removePasskey(own.userId, id, own.sessionId))) return { later: () => Promise.resolve() };
  logSecurity("passkey-removed", { requestId: from.requestId, ip: from.ip, actor: own.userId });
  return { later: () => mailSecondFactor(own.email, "no-passkey") };
}

export type ShownPasskey = { id: string; name: string; used: string };

export async function ownPasskeys(userId: string): Promise<ShownPasskey[]> {
  const all = await passkeysOf(userId);
  return all.map(({ id, name, usedAgo }) => ({
    id,
    name,
    used: usedAgo === null ? "Never used" : `Last used ${agoInWords(usedAgo)}`,
  }));
}

/** What the browser is to sign, with whatever passkey it has for us. Throws "too-many". */
export async function passkeyToUse(from: From): Promise<PublicKeyCredentialRequestOptionsJSON> {
  await limitPasskey(from);
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({
    rpID: place().hostname,
    userVerification: "required",
  });
  await keepChallenge(tokenHash(options.challenge), null);
  return options;
}

const Answer = z.object({
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}).default({}),
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z.string().optional(),
  }),
});

/** null for what no browser would make of a challenge. */
export function readAnswer(text: string): AuthenticationResponseJSON | null {
  try {
    const { userHandle, ...response } = Answer.parse(JSON.parse(text)).response;
    return {
      ...Answer.parse(JSON.parse(text)),
      response: { ...response, ...(userHandle && { userHandle }) },
    };
  } catch {
    return null;
  }
}

/** Whose passkey signed it; null where it is none that counts. Throws the refusal "too-many". */
export async function byPasskey(response: AuthenticationResponseJSON, from: From): Promise<Person | null> {
  await limitPasskey(from);
  const passkey = await passkeyById(response.id);
  const person = passkey && (await personById(passkey.userId));
  if (!passkey || !person || person.disabledAt) return null;
  const { verifyAuthenticationResponse } = await library();
  const { origin, hostname } = place();
  const { id, publicKey, counter } = passkey;
  const answer = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(tokenHash(challenge), null),
    expectedOrigin: origin,
    expectedRPID: hostname,
    credential: { id, publicKey: new Uint8Array(publicKey), counter },
    requireUserVerification: true,
  }).catch((error: unknown) => {
    log().debug({ err: error }, "a passkey was refused");
    return { verified: false as const };
  });
  if (!answer.verified || !(await usePasskey(id, counter, answer.authenticationInfo.newCounter))) {
    logSecurity("sign-in-failed", {
      requestId: from.requestId,
      ip: from.ip,
      actor: person.id,
      by: "passkey",
    });
    return null;
  }
  return person;
}

function refused(error: unknown): { registrationInfo?: undefined } {
  log().debug({ err: error }, "a passkey was refused");
  return {};
}
