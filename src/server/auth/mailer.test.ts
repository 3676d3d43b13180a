// Mail against a real SMTP server on loopback: what reaches which mailbox, and what is said when the server won't.
import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { sendMail, type OutgoingMail } from "./mailer.ts";

type Received = { from: string; to: string[]; raw: Buffer };

const received: Received[] = [];
let answer = 250;

const server = new SMTPServer({
  closeTimeout: 100,
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onRcptTo(_address, _session, done) {
    done(answer === 250 ? null : Object.assign(new Error("not now, or never"), { responseCode: answer }));
  },
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const { mailFrom, rcptTo } = session.envelope;
      received.push({
        from: mailFrom === false ? "" : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
        raw: Buffer.concat(chunks),
      });
      done();
    });
  },
});
const closed = () => new Promise<void>((resolve) => server.close(resolve));

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  vi.stubEnv("DATABASE_URL", "postgres://nobody@127.0.0.1/none");
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}`);
  vi.stubEnv("MAIL_FROM", "Onaccount <no-reply@onaccount.example>");
});
beforeEach(() => {
  received.length = 0;
  answer = 250;
});
afterAll(() => vi.unstubAllEnvs());

const mail = (change: Partial<OutgoingMail> = {}): OutgoingMail => ({
  to: { name: "Greenleaf Landscaping", address: "office@greenleaf.example" },
  subject: "Statement",
  text: "Amount due",
  ...change,
});

test("a mail arrives once, at one mailbox, from our own sender", async () => {
  const delivery = await sendMail(
    mail({
      html: "<p>Amount due</p>",
      replyTo: { name: "Hillside Supply", address: "accounts@hillside.example" },
      attachments: [
        { filename: "statement.pdf", content: Buffer.from("%PDF-"), contentType: "application/pdf" },
      ],
    }),
  );
  expect(delivery.status).toBe("sent");
  expect(received.map(({ from, to }) => ({ from, to }))).toEqual([
    { from: "no-reply@onaccount.example", to: ["office@greenleaf.example"] },
  ]);
  const parsed = await PostalMime.parse(received[0]?.raw ?? "");
  expect(parsed.replyTo).toEqual([{ name: "Hillside Supply", address: "accounts@hillside.example" }]);
  expect(parsed.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
    ["statement.pdf", "application/pdf"],
  ]);
});

test("a mail carries the Message-ID that it is known by", async () => {
  const trace = { tag: "tag", messageId: "abc2" };
  expect(await sendMail(mail({ trace }))).toEqual({ status: "sent", messageId: "<abc2@onaccount.example>" });
  // Without an address for what comes back, it comes back to the sender.
  expect(received.map(({ from }) => from)).toEqual(["no-reply@onaccount.example"]);
});

test("only a mail that comes by itself says how to have no more, as mail programs know it", async () => {
  const stop = `https://books.example/s/stop/${"a".repeat(64)}/now`;
  await sendMail(mail({ trace: { tag: "tag", messageId: "abc2", stop } }));
  await sendMail(mail({ trace: { tag: "tag", messageId: "abc3" } }));
  const said = await Promise.all(
    received.map(async ({ raw }) =>
      (await PostalMime.parse(raw)).headers
        .filter(({ key }) => key.startsWith("list-unsubscribe"))
        .map(({ key, value }) => [key, value.replaceAll(/\s/g, "")]),
    ),
  );
  expect(said).toEqual([
    [
      ["list-unsubscribe", `<${stop}>`],
      ["list-unsubscribe-post", "List-Unsubscribe=One-Click"],
    ],
    [],
  ]);
});

test.each([421, 450, 451, 452])("a server that says %i is asked again later", async (code) => {
  answer = code;
  expect(await sendMail(mail())).toMatchObject({ status: "retry", error: expect.any(String) });
});

test.each([550, 553, 554])("a server that says %i has the last word", async (code) => {
  answer = code;
  expect(await sendMail(mail())).toMatchObject({ status: "rejected" });
});

test.each([
  "v@x.example\r\nBcc: evil@e.example",
  "v@x.example\nRCPT TO:<evil@e.example>",
  "a@x.example,b@y.example",
  "a@x.example;b@y.example",
  '"e@attacker.example"@victim.example',
  "Evil <evil@e.example>",
  "a b@x.example",
  "a@x.example\u2028",
  "@x.example",
  "",
  `${"a".repeat(300)}@x.example`,
])("%j is no address and nobody gets the mail", async (address) => {
  expect(await sendMail(mail({ to: { name: "", address } }))).toMatchObject({ status: "rejected" });
  expect(received).toEqual([]);
});

test("line breaks in names, subjects and file names start no header and add no recipient", async () => {
  const evil = '"x"\r\nBcc: evil@e.example\r\n\r\nbody <evil@e.example>, ';
  const delivery = await sendMail(
    mail({
      to: { name: evil, address: "office@greenleaf.example" },
      replyTo: { name: evil, address: "accounts@hillside.example" },
      subject: evil,
      attachments: [
        { filename: `${evil}../../a.pdf`, content: Buffer.from("x"), contentType: "application/pdf" },
      ],
    }),
  );
  expect(delivery.status).toBe("sent");
  expect(received.map(({ to }) => to)).toEqual([["office@greenleaf.example"]]);
  const parsed = await PostalMime.parse(received[0]?.raw ?? "");
  expect(parsed.bcc ?? []).toEqual([]);
  expect(parsed.to?.map((one) => one.address)).toEqual(["office@greenleaf.example"]);
  expect(parsed.replyTo?.map((one) => one.address)).toEqual(["accounts@hillside.example"]);
  expect(parsed.text?.trim()).toBe("Amount due");
  expect(parsed.attachments[0]?.filename).not.toMatch(/["\r\n/]/);
});

test("a business lends its name to the sender, never its address", async () => {
  await sendMail(mail({ fromName: "Hillside <ceo@bank.example>\r\nBcc: evil@e.example" }));
  const parsed = await PostalMime.parse(received[0]?.raw ?? "");
  expect(parsed.from?.address).toBe("no-reply@onaccount.example");
  expect(parsed.from?.name).toContain("Hillside");
  expect(received[0]?.to).toEqual(["office@greenleaf.example"]);
});

test("a reply-to that is no address is left out", async () => {
  await sendMail(mail({ replyTo: { name: "Hillside", address: "a@x.example, b@y.example" } }));
  expect(String(received[0]?.raw)).not.toMatch(/^reply-to:/im);
});

test("when nobody listens, the mail waits", async () => {
  await closed();
  expect(await sendMail(mail())).toMatchObject({ status: "retry" });
});
