// A server that takes a mail and never answers: told as slow, and that the mail may arrive all the same.
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { DEADLINES, sendMail } from "./mailer.ts";

const held = Promise.withResolvers<void>();
const answerHeld = held.resolve;

const server = new SMTPServer({
  closeTimeout: 100,
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onRcptTo({ address }, _session, done) {
    if (address.startsWith("never-heard")) return;
    done();
  },
  onData(stream, session, done) {
    stream.resume();
    const [to] = session.envelope.rcptTo;
    stream.on("end", () => {
      if (to?.address.startsWith("never-answered")) return;
      if (to?.address.startsWith("held")) return void held.promise.then(() => done());
      if (to?.address.startsWith("refused"))
        return done(Object.assign(new Error("later"), { responseCode: 451 }));
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}`);
  DEADLINES.socketTimeout = 400;
});
afterAll(() => vi.unstubAllEnvs());

const send = (name: string) =>
  sendMail({ to: { name: "", address: `${name}@greenleaf.example` }, subject: "Statement", text: "Due" });

test.each([
  ["never-answered", { status: "retry", slow: true, taken: true }],
  ["never-heard", { status: "retry", slow: true, taken: false }],
  ["refused", { status: "retry", slow: false, taken: false }],
  ["well", { status: "sent" }],
])("%s", async (name, delivery) => {
  expect(await send(name)).toMatchObject(delivery);
});

test("one that doesn't answer keeps no other from going", async () => {
  const short = DEADLINES.socketTimeout;
  DEADLINES.socketTimeout = 30_000;
  try {
    let isAnswered = false;
    const slow = send("held").finally(() => (isAnswered = true));
    const sent = await Promise.all(Array.from({ length: 30 }, () => send("well")));
    expect(sent.map(({ status }) => status)).toEqual(sent.map(() => "sent"));
    expect(isAnswered).toBe(false);
    answerHeld();
    expect(await slow).toMatchObject({ status: "sent" });
  } finally {
    DEADLINES.socketTimeout = short;
  }
});
