// For tests: people and a mailbox to play with. Each person is new, so that tests don't meet.
import { randomBytes } from "node:crypto";
import { createPerson, type Person } from "@/db/directory/people.ts";
import { setMailer, type OutgoingMail } from "../auth/mailer.ts";
import { hashPassword } from "../auth/passwords.ts";
import type { From } from "../wire/request.ts";

export const PASSWORD = "three blind mice";
let hashed: Promise<string> | undefined;

export const anyEmail = (): string => `${randomBytes(6).toString("hex")}@people.example`;

export async function anyone(): Promise<Person> {
  hashed ??= hashPassword(PASSWORD);
  const person = await createPerson({ name: "Anyone", email: anyEmail(), passwordHash: await hashed });
  if (!person) throw new Error("a random address is free");
  return person;
}

/** Somewhere in a network of its own, so that limits of tests don't meet either. */
export function somewhere(): From {
  const [a, b, c] = randomBytes(3);
  return { requestId: "test-request", ip: `10.${a}.${b}.${c}`, userAgent: "a test", browser: null };
}

/** Everything mailed from here on, and the link in the newest. */
export function mailbox() {
  const mails: OutgoingMail[] = [];
  setMailer(async (mail) => {
    mails.push(mail);
    return { status: "sent", messageId: `${mails.length}` };
  });
  const token = () => /token=([\w-]{43})/.exec(mails.at(-1)?.text ?? "")?.[1] ?? "";
  return { mails, token };
}
