// The settings of this process, read once, checked by shape and worded in one line when wrong.
// Lazy, so that a build needs none. The only place that looks at the environment.
import { z } from "zod";

const Settings = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Only what makes databases needs it: `db:roles`, and the trial of the guards. */
  ADMIN_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  MIGRATOR_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  /** The secrets before it, the newest first: they still open what they made. */
  AUTH_SECRET_BEFORE: z
    .string()
    .default("")
    .transform((text) => text.split(",").filter((each) => each !== ""))
    .pipe(z.array(z.string().min(32))),
  APP_URL: z
    .url({ protocol: /^https?$/ })
    .default("http://localhost:3000")
    .transform((url) => new URL(url).origin),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default("Onaccount <no-reply@onaccount.example>"),
  /** Where mails that couldn't be delivered come back to; each gets a tag of its own before the @. */
  MAIL_BOUNCES: z
    .email()
    .refine((address) => address.lastIndexOf("@") <= 24, "at most 24 characters before the @")
    .optional(),
  INBOX_URL: z.url().optional(),
  PORT: z.coerce.number().int().positive().default(3000),
  DATA_DIR: z.string().default(".data"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** How many reverse proxies stand before us: that many X-Forwarded-For entries are believed, from the right. */
  TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  /** Whether people set up businesses by themselves; else whoever runs this copy does, on the command line. */
  SIGN_UP: z.stringbool().default(true),
  /** The most that one business, and one person, may mail in a day; a business in its first week a fifth of it. */
  MAILS_PER_DAY: z.coerce.number().int().min(1).default(1000),
  /** Whom to tell of a hole: an e-mail address or a page (RFC 9116). */
  SECURITY_CONTACT: z.union([z.email(), z.url({ protocol: /^https$/ })]).optional(),
  /** Where online payments are asked for: Stripe itself, or what stands in for it. */
  STRIPE_API_URL: z.url({ protocol: /^https?$/ }).default("https://api.stripe.com"),
});

export type Settings = z.infer<typeof Settings>;

let settings: Settings | undefined;

export function env(): Settings {
  settings ??= read(process.env);
  return settings;
}

/** An empty setting counts as a missing one. */
export function read(source: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")} is not right: ${issue.message}`);
  throw new SettingsError(wrong.join("; "));
}

/**
 * What drizzle/ held when this program was built. No setting but a constant that is built in (next.config.mjs,
 * cli/build.mjs): what runs from the sources is told it by whoever starts it.
 */
export function builtVersion(): string {
  const version = process.env.DRIZZLE_VERSION;
  if (!version)
    throw new SettingsError("DRIZZLE_VERSION is not set; start with `npm start` or `npm run dev`");
  return version;
}

/** The caller shows `message` and nothing else: a setting is an operator's slip, not a bug. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/** What not every process needs, and the database above all: asking for a missing one is one clear line. */
export function needed<Name extends keyof Settings>(name: Name): NonNullable<Settings[Name]> {
  const value = env()[name];
  if (value === undefined || value === null) throw new SettingsError(`${name} is not set`);
  return value;
}
