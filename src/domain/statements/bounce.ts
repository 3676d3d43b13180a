// Why a mail came back: from a delivery status notification (RFC 3464), or as a mail service tells it. Hard: there is no such
// address, and it will take nothing. Soft: this mail was given up, and the next may arrive: a full mailbox, a policy, a filter.
export const BOUNCE_KINDS = ["hard", "soft"] as const;
export type BounceKind = (typeof BOUNCE_KINDS)[number];

/** `code`: of RFC 3463, such as "5.1.1". */
export type Bounce = { kind: BounceKind; code: string; reason: string };

/** "delayed": it is on its way still, and its server said why not yet. */
export type Returned = { outcome: "bounced"; bounce: Bounce } | { outcome: "delayed"; reason: string };

export type ReportedRecipient = { addresses: string[]; action: string; code: string; diagnostic: string };

const CODE = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)/;
/** Of RFC 3463: the address or its domain is none (5.1.7 to 5.1.9 are about the sender's), is switched off, or has no host. */
const DEAD = /^5\.(?:1\.(?:[0-6]|\d\d+)|2\.1|4\.4)$/;
/** They say nothing of why, so its words do. */
const GENERAL = new Set(["", "5.0.0", "5.5.0"]);
const UNKNOWN =
  /unknown (?:user|recipient|mailbox)|no such (?:user|recipient|mailbox|address)|(?:user|recipient|mailbox|account|address)\b[^.;]{0,60}\b(?:unknown|not found|does not exist|doesn['’]t exist)/i;
const OTHERWISE = /\b(?:sender|relay\w*|spam|policy|block\w*)\b/i;
/** A status of the report is one of these; a long one says more than anybody reads. */
const LONGEST_REASON = 400;

/** The recipients in the part `message/delivery-status`; what names none is the part about the message. */
export function readDeliveryStatus(part: string): ReportedRecipient[] {
  return part
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/\n[ \t]+/g, " ")
    .split(/\n\s*\n/)
    .flatMap((block) => {
      const fields = fieldsOf(block);
      const named = [fields.get("original-recipient"), fields.get("final-recipient")];
      const addresses = named.flatMap((typed) => (typed === undefined ? [] : [addressIn(typed)]));
      if (addresses.length === 0) return [];
      const diagnostic = valueOf(fields.get("diagnostic-code") ?? "");
      const code = CODE.exec(fields.get("status") ?? "")?.[1] ?? CODE.exec(diagnostic)?.[1] ?? "";
      return [{ addresses, action: (fields.get("action") ?? "").trim().toLowerCase(), code, diagnostic }];
    });
}

function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.split("\n")) {
    const at = line.indexOf(":");
    if (at > 0) fields.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
  }
  return fields;
}

/** "rfc822; ann@x.example" → "ann@x.example". */
const valueOf = (typed: string): string => typed.slice(typed.indexOf(";") + 1).trim();
const addressIn = (typed: string): string => valueOf(typed).replaceAll(/[<>]/g, "").toLowerCase();

/** What the report says of the mail to `address`; null where it arrived, or where the report is of others. */
export function returnedOf(report: readonly ReportedRecipient[], address: string): Returned | null {
  const wanted = address.toLowerCase();
  // One of ours goes to one address: where it was passed on, the report names another.
  const told =
    report.find(({ addresses }) => addresses.includes(wanted)) ??
    (report.length === 1 ? report[0] : undefined);
  if (!told) return null;
  if (told.action === "delayed")
    return { outcome: "delayed", reason: told.diagnostic.slice(0, LONGEST_REASON) };
  if (told.action !== "failed") return null;
  return { outcome: "bounced", bounce: bounceOf(told.code, told.diagnostic) };
}

/** `code`: as it was told, which may be none at all; one that says nothing is looked for in the reason. */
export function bounceOf(told: string, reason: string): Bounce {
  const given = CODE.exec(told)?.[1] ?? "";
  const code = (GENERAL.has(given) ? CODE.exec(reason)?.[1] : given) ?? (given || "5.0.0");
  return {
    kind: isDead(code, reason) ? "hard" : "soft",
    code,
    reason: reason
      .replaceAll(/[\p{Cc}\s]+/gu, " ")
      .trim()
      .slice(0, LONGEST_REASON),
  };
}

const isDead = (code: string, reason: string): boolean =>
  DEAD.test(code) || (GENERAL.has(code) && UNKNOWN.test(reason) && !OTHERWISE.test(reason));
