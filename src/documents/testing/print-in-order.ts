// Run as a process of its own: prints the named papers one after the other and writes a hash of each. What is first
// has a process to itself; the rest come after whatever stands before them.
import { createHash } from "node:crypto";
import { present } from "@/domain/assert.ts";
import { receiptPdf } from "../receipt-pdf.tsx";
import { sampleReceipt } from "../sample-receipts.ts";
import { SAMPLE_ACCOUNT, customerLike, sampleStatement } from "../samples.ts";
import { statementPdf } from "../statement-pdf.tsx";

const statementFor = (name: string, ...addressLines: string[]) =>
  statementPdf(sampleStatement(SAMPLE_ACCOUNT, { customer: customerLike({ name, addressLines }) }));

const receiptFor = (name: string) =>
  receiptPdf(
    sampleReceipt({ customer: { customerId: "c", number: "C-1", name, addressLines: [] }, note: name }),
    { paper: "80mm", copy: "customer", locale: "en-US", zone: "America/New_York" },
  );

/** Letters with accents before and after the bare ones that they are drawn from, in each alphabet, and other scripts. */
export const PAPERS: Record<string, () => Promise<Buffer>> = {
  accents: () => statementFor("Émile Dupont", "12 Čapkova, Ďáblice", "ŁÓDŹ ŻÓŁĆ ĞİŞ ŘŮ ÆØÅ ĤĴĶŇŤŴŶ"),
  bare: () => statementFor("Emerald Inc", "The quick brown fox jumps", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
  greek: () => statementFor("Ϊος Ώρα Ήλιος", "Άλφα ΰ ϊ ό", "Ёлка Йод Ґ ѓ ќ ў", "شركة النور جدة דולב"),
  plainGreek: () => statementFor("ΑΕΗΙΟΥΩ αειου", "ЕИКГУ еикгу", "¹⁄₂ ₄₂³ 1/2 42 3", "直骨 हिन्दी กำไร 😀"),
  receipt: () => receiptFor("Żabka Ćma Šíp 直骨 の"),
  plainReceipt: () => receiptFor("Zeta Corp Sip Cma حجز"),
};

const [, script, ...order] = process.argv;
if (script === import.meta.filename) {
  for (const name of order) {
    const file = await present(PAPERS[name], `${name} is a paper`)();
    console.log(name, createHash("sha256").update(file).digest("hex"));
  }
}
