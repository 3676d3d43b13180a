// What a business says of its own sign-in: the provider, and a domain of its addresses.
import { z } from "zod";

const Issuer = z
  .string()
  .trim()
  .max(300, "This address is too long.")
  .refine((text) => /^https?:\/\/[^\s?#@]+$/.test(text) && URL.canParse(text), {
    message: "Enter the address of the provider, such as https://login.example.com.",
  });

export const OwnSignInChange = z.strictObject({
  issuer: Issuer,
  /** The client id: what the provider calls us. */
  client: z.string().trim().min(1, "Enter the client id.").max(300),
  /** null keeps the one that is there. */
  clientSecret: z
    .string()
    .max(500)
    .regex(/^[\x21-\x7e]+$/, "Enter the secret as the provider shows it, without spaces.")
    .nullable(),
  inUse: z.boolean(),
  /** 0 where there is none yet. */
  version: z.number().int().min(0),
});

/** Lower-cased, with a dot in it. */
export const DomainName = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
    "Enter a domain, such as example.com.",
  );
