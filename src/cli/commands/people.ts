// books people: who may come in, to which business, in what role. Each change leaves a row in the business's audit log.
import { randomUUID } from "node:crypto";
import { Command } from "commander";
import { z } from "zod";
import { changeBooks } from "@/books/open.ts";
import { businessBySlug, type Business } from "@/db/directory/businesses.ts";
import {
  disablePerson,
  enablePerson,
  listMembers,
  removeMember,
  setMember,
  type Member,
} from "@/db/directory/members.ts";
import { changePasswordHash, createPerson, personByEmail, type Person } from "@/db/directory/people.ts";
import { removeSecond } from "@/db/directory/second-factors.ts";
import { ROLES, type Role } from "@/domain/permission.ts";
import { systemIn } from "@/server/actor.ts";
import { Email } from "@/server/auth/mailed-links.ts";
import { NewPassword, chosenPasswordHash } from "@/server/auth/passwords.ts";
import { readPassword } from "./secret-input.ts";
import { UsageError } from "./usage.ts";

export function peopleCommand(): Command {
  const command = new Command("people").description("Who may come in, and as what");
  command
    .command("list")
    .description("everybody, or the people of one business")
    .option("--org <slug>", "only this business")
    .option("--json", "a line of JSON per person and business")
    .action(list);
  who(command.command("add").description("somebody to a business, or in another role there"))
    .requiredOption("--org <slug>", "the business")
    .requiredOption("--role <role>", ROLES.join(", "))
    .option("--name <name>", "the name of somebody new")
    .option(
      "--password-stdin",
      "the password of somebody new is the first line of stdin (else a mailed link)",
    )
    .action(add);
  who(command.command("remove").description("somebody from a business; they stay in their others"))
    .requiredOption("--org <slug>", "the business")
    .action(remove);
  who(
    command.command("disable").description("signs somebody out everywhere and lets them in nowhere"),
  ).action(disable);
  who(command.command("enable").description("lets somebody in again")).action(enable);
  who(
    command.command("password").description("a new password, the first line of stdin; every session ends"),
  ).action(changePassword);
  who(
    command
      .command("second-factor-off")
      .description("takes the second factor off somebody who lost it; every session ends"),
  ).action(takeSecondOff);
  return command;
}

const who = (command: Command) => command.requiredOption("--email <email>", "the person's e-mail address");

async function list({ org, json }: { org?: string; json?: boolean }): Promise<void> {
  if (org !== undefined) await businessOf(org);
  const members = await listMembers(org);
  if (json) for (const member of members) console.log(JSON.stringify(member));
  else for (const line of columns(members.map(cells))) console.log(line);
}

const cells = ({ email, name, business, role, disabled, hasPassword }: Member): string[] => [
  email,
  name,
  business ?? "no business",
  role ?? "",
  disabled ? "disabled" : hasPassword ? "" : "by mailed link",
];

function columns(rows: readonly string[][]): string[] {
  const widths = rows[0]?.map((_cell, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

type NewMember = { org: string; email: string; role: string; name?: string; passwordStdin?: boolean };

async function add({ org, email, role: wanted, name, passwordStdin }: NewMember): Promise<void> {
  const business = await businessOf(org);
  const role = ROLES.find((each) => each === wanted);
  if (!role) throw new UsageError(`--role: ${wanted} is none of ${ROLES.join(", ")}.`);
  const address = emailOption(email);
  const known = await personByEmail(address);
  const person = known ?? (await newPerson({ email: address, name, passwordStdin, business }));
  await setMember(business.id, person.id, role);
  await note(business, "people.add", { email: person.email, role });
  const way = person.passwordHash ? "" : " They come in by a link in their mail.";
  console.log(`${person.email} is ${named(role)} of ${business.name}.${way}`);
}

type NewPerson = {
  email: string;
  name: string | undefined;
  passwordStdin?: boolean | undefined;
  business: Business;
};

async function newPerson({ email, name, passwordStdin, business }: NewPerson): Promise<Person> {
  if (!name?.trim()) throw new UsageError(`--name: ${email} is new here; give their name.`);
  const about = [name, email, business.name, business.slug];
  const passwordHash = passwordStdin ? await passwordHashFor(email, about) : null;
  const person = await createPerson({ email, name: name.trim(), passwordHash });
  if (!person) throw new UsageError(`${email} was added by somebody else in this moment. Try again.`);
  return person;
}

async function remove({ org, email }: { org: string; email: string }): Promise<void> {
  const [business, person] = [await businessOf(org), await personOf(email)];
  if (!(await removeMember(business.id, person.id)))
    throw new UsageError(`${person.email} does not belong to ${business.slug}.`);
  await note(business, "people.remove", { email: person.email });
  console.log(`${person.email} no longer belongs to ${business.name}.`);
}

async function disable({ email }: { email: string }): Promise<void> {
  const person = await personOf(email);
  await disablePerson(person.id);
  await noteEverywhere(person, "people.disable");
  console.log(`${person.email} is signed out everywhere and can't come in.`);
}

async function enable({ email }: { email: string }): Promise<void> {
  const person = await personOf(email);
  await enablePerson(person.id);
  await noteEverywhere(person, "people.enable");
  console.log(`${person.email} can come in again.`);
}

async function changePassword({ email }: { email: string }): Promise<void> {
  const person = await personOf(email);
  const hash = await passwordHashFor(person.email, [person.name, person.email]);
  const sessions = await changePasswordHash(person.id, hash);
  if (sessions === null) throw new UsageError(`${person.email} is disabled; enable them first.`);
  await noteEverywhere(person, "people.password");
  console.log(`${person.email} has a new password; ${sessions} of their sessions ended.`);
}

async function takeSecondOff({ email }: { email: string }): Promise<void> {
  const person = await personOf(email);
  if (!(await removeSecond(person.id))) throw new UsageError(`${person.email} has no second factor.`);
  await noteEverywhere(person, "people.second-factor-off");
  console.log(`${person.email} signs in without a second factor now, until they set up another.`);
}

async function passwordHashFor(email: string, about: readonly string[]): Promise<string> {
  const given = NewPassword.safeParse(await readPassword(email));
  if (!given.success) throw new UsageError(given.error.issues[0]?.message ?? "Choose another password.");
  return chosenPasswordHash(given.data, about);
}

async function businessOf(slug: string): Promise<Business> {
  const business = await businessBySlug(slug);
  if (!business) throw new UsageError(`There is no business ${slug}.`);
  return business;
}

async function personOf(email: string): Promise<Person> {
  const person = await personByEmail(emailOption(email));
  if (!person) throw new UsageError(`There is nobody with the address ${email}.`);
  return person;
}

function emailOption(text: string): string {
  const email: z.ZodSafeParseResult<string> = Email.safeParse(text);
  if (!email.success) throw new UsageError(`--email: ${email.error.issues[0]?.message ?? "not an address"}`);
  return email.data;
}

const named = (role: Role) => `${/^[aeiou]/.test(role) ? "an" : "a"} ${role.replaceAll("-", " ")}`;

/** The directory first, the audit row after: growth keeps the two in databases of their own. */
async function note(business: Business, procedure: string, input: object): Promise<void> {
  const actor = systemIn(business, `cli-${randomUUID()}`);
  await changeBooks(actor, { key: randomUUID(), procedure, input }, () => Promise.resolve(null));
}

async function noteEverywhere({ email }: Person, procedure: string): Promise<void> {
  const theirs = (await listMembers()).filter((member) => member.email === email);
  for (const { business } of theirs)
    if (business) await note(await businessOf(business), procedure, { email });
}
