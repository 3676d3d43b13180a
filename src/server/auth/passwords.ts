// Passwords are kept as argon2id with OWASP's parameters. An unknown person costs the same work as a known
// one, so the time of an answer tells nobody who has an account.
import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";

const ARGON2ID = 2;
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const SHORTEST_PASSWORD = 8;

/** What people choose first and guessers try first; a password has to be none of these, whatever its case. */
const COMMON = new Set(
  (
    "password password1 password12 password123 passw0rd 12345678 123456789 1234567890 123123123 11111111 00000000 " +
    "88888888 87654321 qwertyui qwertyuiop qwerty123 qwerty12 1qaz2wsx 1q2w3e4r 1q2w3e4r5t zaq12wsx asdfghjk asdfghjkl " +
    "iloveyou sunshine princess football baseball superman welcome1 welcome123 letmein1 letmein123 trustno1 changeme " +
    "changeme1 admin123 administrator abcd1234 abc12345 aa123456 dragon123 monkey123 starwars computer whatever " +
    "michelle jennifer corvette mercedes maverick samantha victoria steelers liverpool internet onaccount"
  ).split(" "),
);

export const NewPassword = z
  .string()
  .min(SHORTEST_PASSWORD, `Use at least ${SHORTEST_PASSWORD} characters.`)
  .max(200, "Use at most 200 characters.")
  .refine(
    (password) => !COMMON.has(password.toLowerCase()),
    "This password is on every guesser's list. Choose another.",
  );

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

let decoy: Promise<string> | undefined;

/** False for a person who isn't there or has no password, after the same work as for one who has. */
export async function passwordIsRight(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const right = await verify(passwordHash ?? (await decoy), password.slice(0, 200));
  return right && passwordHash !== null && passwordHash !== undefined;
}
