// What a counter or a phone sends of a signature.
import { z } from "zod";
import { AnyCents, PositiveCents } from "../values/money-shapes.ts";
import { CHARGE_PROOFS, LONGEST_PATH, LONGEST_SIGNER, STROKES, type ChargeProof } from "./signature.ts";

export const SignerName = z
  .string()
  .trim()
  .max(LONGEST_SIGNER, "Shorten it to 100 characters.")
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, "One line of text.");

export const SignaturePath = z
  .string()
  .max(LONGEST_PATH, "Sign again, a little shorter.")
  .regex(STROKES, "Sign in the box.");

export const DrawnSignature = z.strictObject({ path: SignaturePath, name: SignerName.default("") });

export const SignatureAsked = z.strictObject({
  accountId: z.uuid(),
  amountCents: PositiveCents,
  jobId: z.uuid().nullable().default(null),
  /** As the charge will say them: who orders, and on what. */
  buyerId: z.uuid().nullable().default(null),
  poNumber: z.string().trim().max(60).default(""),
  orderId: z.uuid().nullable().default(null),
  lines: z
    .array(
      z.strictObject({
        description: z.string().trim().max(120),
        quantity: z.string().max(30),
        unit: z.string().max(20).default(""),
        totalCents: AnyCents,
      }),
    )
    .max(60),
});
export type SignatureAsked = z.output<typeof SignatureAsked>;

export const ProofSettings = z.strictObject({
  version: z.number().int().positive(),
  chargeProof: z.enum(Object.keys(CHARGE_PROOFS) as ChargeProof[], "Choose what it takes."),
});
export type ProofSettings = z.output<typeof ProofSettings>;
