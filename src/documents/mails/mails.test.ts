// What the mails say: the same figures as the statement, safe in a header and in a page.
import { describe, expect, test } from "vitest";
import { day } from "@/domain/values/day.ts";
import { ZERO, cents } from "@/domain/values/money.ts";
import {
  SAMPLE_ACCOUNT,
  businessLike,
  customerLike,
  sampleStatement,
  type SampleAccount,
} from "../samples.ts";
import { newPasswordMail, passwordChangedMail, signInMail, signUpMail } from "./link-mails.tsx";
import { statementMail } from "./statement-mail.tsx";

const url = "https://books.example/s/abc";
const mailOf = (account: SampleAccount, setting = {}) =>
  statementMail({ statement: sampleStatement(account, setting), url, pdfAttached: true });
const credited = (amount: number): SampleAccount => ({
  invoices: [],
  retainedCents: ZERO,
  unapplied:
    amount === 0
      ? []
      : [{ onDay: day("2026-11-12"), amountCents: cents(amount), reference: null, description: "Payment" }],
});

describe("a statement's mail says what is due and when, first", () => {
  test("overdue, all of it", async () => {
    const invoices = SAMPLE_ACCOUNT.invoices.slice(0, -1);
    const mail = await mailOf({ invoices, unapplied: [], retainedCents: ZERO });
    expect(mail.subject).toBe("Statement from Hillside Supply: $1,230.50 overdue since Oct 4, 2026");
  });

  test("what it comes to where it is paid early", async () => {
    const early = { offeredCents: cents(20_00), untilOn: day("2026-12-10") };
    const statement = { ...sampleStatement(SAMPLE_ACCOUNT), early };
    const { text } = await statementMail({ statement, url, pdfAttached: true });
    expect(text).toContain("Final due if paid by Dec 10, 2026: $1,530.90");
    expect((await mailOf(SAMPLE_ACCOUNT)).text).not.toContain("Final due");
  });

  test("overdue, but not what is due later", async () => {
    const mail = await mailOf(SAMPLE_ACCOUNT);
    expect(mail.subject).toBe("Statement from Hillside Supply: $1,550.90 partly overdue since Oct 4, 2026");
    expect(mail.text.split("\n")[0]).toBe("Amount due: $1,550.90, partly overdue since Oct 4, 2026.");
    expect(mail.html).toContain("$1,550.90");
    expect(mail.text).toContain("attached as a PDF");
  });

  test("due later", async () => {
    const invoices = SAMPLE_ACCOUNT.invoices.slice(-1);
    const mail = await mailOf({ invoices, unapplied: [], retainedCents: ZERO });
    expect(mail.subject).toBe("Statement from Hillside Supply: $620.40 due Dec 2, 2026");
  });

  test("nothing to pay", async () => {
    expect((await mailOf(credited(0))).subject).toBe("Statement from Hillside Supply: nothing to pay");
    const credit = await mailOf(credited(12_000));
    expect(credit.subject).toBe("Statement from Hillside Supply: nothing to pay, credit $120.00");
    expect(credit.text).toMatch(/^Nothing to pay: your account has credit \$120\.00\.\n/);
  });
});

test.each([
  ["en", "Pay statement", "View statement"],
  ["de", "Offenen Betrag bezahlen", "Kontoauszug ansehen"],
  ["fr", "Payer le solde dû", "Voir le relevé"],
  ["es", "Pagar el saldo", "Ver estado de cuenta"],
] as const)(
  "a statement's button leads to paying where it can be and something is due (%s)",
  async (language, pay, view) => {
    const business = businessLike({ language });
    const buttonOf = async (account: SampleAccount, paysOnline: boolean) => {
      const statement = sampleStatement(account, { business });
      const { text } = await statementMail({ statement, url, pdfAttached: true, paysOnline });
      return [pay, view].filter((each) => text.includes(each));
    };
    expect(await buttonOf(SAMPLE_ACCOUNT, true)).toEqual([pay]);
    expect(await buttonOf(SAMPLE_ACCOUNT, false)).toEqual([view]);
    expect(await buttonOf(credited(0), true)).toEqual([view]);
  },
);

test("one button, and the same address in the plain text", async () => {
  const mail = await mailOf(SAMPLE_ACCOUNT);
  expect(mail.html.match(/<a [^>]*href=/g)).toHaveLength(1);
  expect(mail.html).toContain(`href="${url}"`);
  expect(mail.text).toContain(url);
  expect(mail.html).not.toMatch(/<img|<script|url\(/);
});

test("names can't start a header or a tag, nor fill a subject", async () => {
  const name = `Evil\r\nBcc: x@y.example <b>"&${"W".repeat(1_000)}`;
  const mail = await mailOf(SAMPLE_ACCOUNT, {
    business: businessLike({ name }),
    customer: customerLike({ name }),
  });
  expect(mail.subject).not.toMatch(/[\r\n]/);
  expect(mail.subject.length).toBeLessThan(181);
  expect(mail.subject).toContain("$1,550.90");
  expect(mail.html).not.toContain("<b>");
  expect(mail.html).not.toContain("W".repeat(100));
});

test("a link to anything but a page is our mistake", async () => {
  await expect(async () =>
    signInMail({ url: "javascript:alert(1)", host: "x", minutes: 10 }),
  ).rejects.toThrow("links to a page");
});

test("the links to sign in and to sign up say how long they work", async () => {
  const link = { url: "https://books.example/sign-in/link?token=t&x=1", host: "books.example", minutes: 10 };
  const signIn = await signInMail(link);
  expect(signIn.subject).toBe("Sign in to Onaccount at books.example");
  expect(signIn.text).toContain(link.url);
  expect(signIn.text).toContain("within 10 minutes");
  const signUp = await signUpMail(link);
  expect(signUp.subject).toBe("Finish setting up your business at books.example");
  const newPassword = await newPasswordMail({ ...link, minutes: 30 });
  expect(newPassword.subject).toBe("Choose a new password at books.example");
  expect(newPassword.text).toContain("within 30 minutes");
  const changed = await passwordChangedMail(link);
  expect(changed.subject).toBe("Your password at books.example was changed");
});

test("a mail's HTML is what it was, to the letter", async () => {
  const html = (await mailOf(SAMPLE_ACCOUNT)).html;
  const link = await signInMail({
    url: "https://books.example/l?t=1&x=2",
    host: "books.example",
    minutes: 10,
  });
  for (const mail of [html, link.html])
    expect(mail.replaceAll(/<!--\/?\$?-->|<!-- -->/g, "").replaceAll(">", ">\n")).toMatchSnapshot();
});

describe("a business's own words", () => {
  const own = {
    subject: "{business}: {amount due}",
    body: "Dear {customer},\n\nplease pay by {due day}. <b>{number}</b>",
  };
  const withOwn = (account: SampleAccount, setting = {}) =>
    statementMail({ statement: sampleStatement(account, setting), url, pdfAttached: true, own });

  test("stand in the subject and in both parts, filled in and escaped", async () => {
    const mail = await withOwn(SAMPLE_ACCOUNT);
    expect(mail.subject).toBe("Hillside Supply: $1,550.90");
    expect(mail.text).toContain("Dear Greenleaf Landscaping,\n\nplease pay by Oct 4, 2026. <b>");
    expect(mail.html).toContain("please pay by Oct 4, 2026. &lt;b&gt;");
    // What is owed stands above them as always.
    expect(mail.text.split("\n")[0]).toBe("Amount due: $1,550.90, partly overdue since Oct 4, 2026.");
    expect(mail.text).not.toContain("attached as a PDF");
  });

  test("a customer's name is no field and starts no header", async () => {
    const mail = await withOwn(SAMPLE_ACCOUNT, {
      customer: customerLike({ name: "Evil {number}\r\nBcc: x@y.example" }),
    });
    expect(mail.text).toContain("Dear Evil {number} Bcc: x@y.example,");
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });

  test("where nothing is to pay, ours stand", async () => {
    expect(await withOwn(credited(0))).toEqual(await mailOf(credited(0)));
  });

  test("what was left empty is ours", async () => {
    const ours = await mailOf(SAMPLE_ACCOUNT);
    const half = { subject: "", body: "Thank you." };
    const mail = await statementMail({
      statement: sampleStatement(SAMPLE_ACCOUNT),
      url,
      pdfAttached: true,
      own: half,
    });
    expect(mail.subject).toBe(ours.subject);
    expect(mail.text).toContain("Thank you.");
  });
});
