// Codes of an app (TOTP, RFC 6238): six digits, new every 30 seconds. One step to either side counts, for clocks that are
// a little off.
import { generateSecret, generateURI, verify } from "otplib";
import { now } from "../clock.ts";
import { openSealed, seal } from "../sealed.ts";

const TOLERANCE_SECONDS = 30;

export const forApp = (userId: string) => ({ purpose: "code app" as const, boundTo: [userId] });

/** 160 bits, in base 32 as apps take it. */
export const newSecret = (): string => generateSecret();

export const sealSecret = (userId: string, secret: string): Buffer => seal(forApp(userId), secret);

/** null for what was sealed with another key, or for somebody else. */
export const openSecret = (userId: string, sealed: Uint8Array): string | null =>
  openSealed(forApp(userId), sealed);

/** What an app reads from a QR code. */
export const appUri = (email: string, secret: string): string =>
  generateURI({ issuer: "Onaccount", label: email, secret });

/** The number of the 30 seconds whose code this is; null where it is none that counts now. */
export async function stepOf(secret: string, code: string): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now().getTime() / 1000);
  const result = await verify({ secret, token: code, epoch, epochTolerance: TOLERANCE_SECONDS });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}
