// books org create: a business with its owner, without a browser or a mail.
import { randomUUID } from "node:crypto";
import { Command } from "commander";
import { ZodError } from "zod";
import { OperatorsOrder, createBusinessWithOwner } from "@/server/auth/sign-up.ts";
import { readPassword } from "./secret-input.ts";
import { UsageError, dayOption } from "./usage.ts";

type Options = {
  slug: string;
  name: string;
  owner: string;
  ownerName?: string;
  passwordStdin?: boolean;
  currency: string;
  zone: string;
  tax?: string;
  start: string;
};

export function orgCommand(): Command {
  const command = new Command("org").description("Businesses");
  command
    .command("create")
    .description("a business, its books with all months open from the start date, and its owner")
    .requiredOption("--slug <slug>", "its part of the address: lower-case letters, digits and hyphens")
    .requiredOption("--name <name>", "its name")
    .requiredOption("--owner <email>", "the owner's e-mail address")
    .option("--owner-name <name>", "the name of an owner who is new here")
    .option("--password-stdin", "a new owner's password is the first line of stdin (else a mailed link)")
    .option("--currency <code>", "home currency (ISO 4217)", "USD")
    .option("--zone <zone>", "time zone (IANA)", "UTC")
    .option("--tax <percent>", "its sales tax, 0 for none; left out, receipts say that no tax is set")
    .option("--start <day>", "accounting start date: nothing is dated before it", "2000-01-01")
    .action(create);
  return command;
}

async function create(options: Options): Promise<void> {
  const { slug, name: businessName, owner: email, ownerName: name, currency, zone } = options;
  const startOn = dayOption("start", options.start);
  const password = options.passwordStdin ? await readPassword(email) : undefined;
  const order = OperatorsOrder.safeParse({
    slug,
    businessName,
    email,
    name,
    password,
    currency,
    zone,
    taxRate: options.tax,
    startOn,
  });
  if (!order.success) throw new UsageError(faultsOf(order.error));
  const { business, owner } = await createBusinessWithOwner(order.data, `cli-${randomUUID()}`);
  const way = owner.passwordHash ? "" : " They come in by a link in their mail.";
  console.log(`${business.name} is at /${business.slug}, owned by ${owner.email}.${way}`);
}

const OPTION_NAMES: Record<string, string> = {
  businessName: "name",
  name: "owner-name",
  email: "owner",
  startOn: "start",
  taxRate: "tax",
};

function faultsOf(error: ZodError): string {
  return error.issues
    .map(
      ({ path, message }) =>
        `${path[0] === "password" ? "" : "--"}${OPTION_NAMES[String(path[0])] ?? String(path[0])}: ${message}`,
    )
    .join("\n");
}
