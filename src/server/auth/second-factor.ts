// The second factor: an app that shows codes, and recovery codes for who lost it. Asked after the password and after a
// mailed link alike; nobody is signed in before it is right (db/directory/sessions.ts). Whoever gets this far knew the
// password or has the mailbox, so a stranger can't count anything here for somebody else.
import {
  codeAppOf,
  confirmCodeApp,
  hasSecond,
  keepCodeApp,
  keepRecoveryCodes,
  recoveryCodesLeft,
  removeCodeApp,
  useRecoveryCode,
  useStep,
} from "@/db/directory/second-factors.ts";
import { passkeysOf } from "@/db/directory/passkeys.ts";
import { Refusal } from "@/domain/refusal.ts";
import { logSecurity } from "../log.ts";
import type { From } from "../wire/request.ts";
import { appUri, newSecret, openSecret, sealSecret, stepOf } from "./code-app.ts";
import { forgiveSecond, limitOwnSecond, limitSecond } from "./limits.ts";
import { mailSecondFactor } from "./mailed-links.ts";
import { mustKnowPassword } from "./own-password.ts";
import { mustChoosePassword } from "./change-password.ts";
import { codeHashes, newRecoveryCodes, recoveryCodeHash } from "./recovery-codes.ts";

export type Own = { userId: string; email: string; sessionId: string };
export type SecondFactorState = {
  /** Of the app. */
  kind: "none" | "begun" | "counts";
  passkeys: number;
  codesLeft: number;
};

export async function secondFactorOf(userId: string): Promise<SecondFactorState> {
  const app = await codeAppOf(userId);
  return {
    kind: app ? (app.confirmed ? "counts" : "begun") : "none",
    passkeys: (await passkeysOf(userId)).length,
    codesLeft: await recoveryCodesLeft(userId),
  };
}

/** Makes a secret that counts for nothing yet. Throws "password-wrong", "second-factor-there", "too-many". */
export async function beginSecondFactor({ userId }: Own, password: string): Promise<void> {
  await mustKnowPassword(userId, password);
  if (!(await keepCodeApp(userId, sealSecret(userId, newSecret())))) throw new Refusal("second-factor-there");
}

/** What the app is to take in, while it doesn't count yet. */
export async function secretToTake({ userId, email }: Own): Promise<{ key: string; uri: string } | null> {
  const app = await codeAppOf(userId);
  const key = app && !app.confirmed ? openSecret(userId, app.sealedSecret) : null;
  return key === null ? null : { key, uri: appUri(email, key) };
}

export type NewCodes = { codes: readonly string[]; later: () => Promise<void> };

/** The first right code makes it count, and every other session ends. Throws "code-wrong", "too-many". */
export async function confirmSecondFactor(own: Own, code: string, from: From): Promise<NewCodes> {
  const { userId, sessionId } = own;
  await limitOwnSecond(userId);
  const app = await codeAppOf(userId);
  const secret = app && !app.confirmed ? openSecret(userId, app.sealedSecret) : null;
  const step = secret === null ? null : await stepOf(secret, digitsOf(code));
  if (!app || step === null) throw new Refusal("code-wrong", { field: "code" });
  const codes = newRecoveryCodes();
  const given = { sealedSecret: app.sealedSecret, step, codeHashes: codeHashes(userId, codes), sessionId };
  if (!(await confirmCodeApp(userId, given))) throw new Refusal("code-wrong", { field: "code" });
  logSecurity("second-factor-on", { requestId: from.requestId, ip: from.ip, actor: userId });
  return { codes, later: () => mailSecondFactor(own.email, "on") };
}

/** Ten others instead of those that there were. Throws "code-wrong", "too-many". */
export async function renewRecoveryCodes(own: Own, code: string, from: From): Promise<NewCodes> {
  await mustBeRight(own, code);
  const codes = newRecoveryCodes();
  await keepRecoveryCodes(own.userId, codeHashes(own.userId, codes));
  logSecurity("recovery-codes-renewed", { requestId: from.requestId, ip: from.ip, actor: own.userId });
  return { codes, later: () => mailSecondFactor(own.email, "codes") };
}

/** Throws "code-wrong", "too-many". */
export async function turnOffSecondFactor(
  own: Own,
  code: string,
  from: From,
): Promise<{ later: () => Promise<void> }> {
  await mustBeRight(own, code);
  await removeCodeApp(own.userId, own.sessionId);
  logSecurity("second-factor-off", { requestId: from.requestId, ip: from.ip, actor: own.userId });
  return { later: () => mailSecondFactor(own.email, "off") };
}

export type Proof = { password: string; code: string };

/** By what somebody who is signed in shows once more that it is they; "nothing" where they come by mailed links or passkeys alone. */
export async function provenBy(userId: string): Promise<"code" | "password" | "nothing"> {
  if ((await codeAppOf(userId))?.confirmed) return "code";
  return (await mustChoosePassword(userId)) ? "nothing" : "password";
}

/** Before what can't be taken back. Throws "code-wrong" or "password-wrong", and "too-many". */
export async function mustBeThey(userId: string, { password, code }: Proof): Promise<void> {
  if ((await provenBy(userId)) === "code") await mustBeRight({ userId }, code);
  else await mustKnowPassword(userId, password);
}

async function mustBeRight({ userId }: Pick<Own, "userId">, code: string): Promise<void> {
  await limitOwnSecond(userId);
  if (!(await isRight(userId, code))) throw new Refusal("code-wrong", { field: "code" });
}

/** For who got the first step right. Throws the refusal "too-many". */
export async function bySecond(
  person: { userId: string; email: string },
  code: string,
  from: From,
): Promise<boolean> {
  const isRecovery = recoveryCodeHash(person.userId, code) !== null;
  await limitSecond(from, person, isRecovery);
  if (!(await isRight(person.userId, code))) {
    logSecurity("second-factor-failed", { requestId: from.requestId, ip: from.ip, actor: person.userId });
    return false;
  }
  await forgiveSecond(from, person, isRecovery);
  return true;
}

/** Uses the code up. */
async function isRight(userId: string, code: string): Promise<boolean> {
  const hash = recoveryCodeHash(userId, code);
  if (hash) return (await hasSecond(userId)) && useRecoveryCode(userId, hash);
  const app = await codeAppOf(userId);
  const secret = app?.confirmed ? openSecret(userId, app.sealedSecret) : null;
  const step = secret === null ? null : await stepOf(secret, digitsOf(code));
  return step !== null && useStep(userId, step);
}

/** "123 456" is what apps show. */
const digitsOf = (typed: string): string => typed.replaceAll(/\s/g, "");
