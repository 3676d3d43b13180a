// The secret that everything is signed, sealed and derived with. The newest makes; those before it still open what they made,
// for as long as whoever runs this keeps them (`npm run keys`).
import { hkdfSync } from "node:crypto";
import { env, needed } from "@/env.ts";

export const newestSecret = (): string => needed("AUTH_SECRET");

/** The newest first. */
export const allSecrets = (): readonly string[] => [newestSecret(), ...env().AUTH_SECRET_BEFORE];

/** 32 bytes: a key for each purpose, so that what is made for one is good for no other. */
export const keyFor = (purpose: string, secret: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", `onaccount ${purpose}`, 32));
