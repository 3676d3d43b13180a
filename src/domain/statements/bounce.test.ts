// What mail servers say of a mail that came back, each in its own manner.
import { expect, test } from "vitest";
import { bounceOf, readDeliveryStatus, returnedOf } from "./bounce.ts";
import { readToldBounces } from "./bounce-hooks.ts";

const POSTFIX = `Reporting-MTA: dns; mx.hillside.example
X-Postfix-Queue-ID: 4D2C91
Arrival-Date: Mon, 30 Nov 2026 08:00:00 +0000 (UTC)

Final-Recipient: rfc822; ap@greenleaf.example
Original-Recipient: rfc822;ap@greenleaf.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mail.greenleaf.example
Diagnostic-Code: smtp; 550 5.1.1 <ap@greenleaf.example>: Recipient address
    rejected: User unknown in virtual mailbox table
`;
const EXCHANGE = [
  "Reporting-MTA: dns;AM0PR01.eurprd01.prod.outlook.example",
  "Received-From-MTA: dns;mx.hillside.example",
  "",
  "Final-Recipient: rfc822;AP@Greenleaf.example",
  "Action: failed",
  "Status: 5.7.129",
  "Diagnostic-Code: smtp;550 5.7.129 RESOLVER.RST.RestrictedToRecipientsPermission; not authorized",
  "",
].join("\r\n");
const DELAYED = `Reporting-MTA: dns; googlemail.example

Final-Recipient: rfc822; ap@greenleaf.example
Action: delayed
Status: 4.4.1
Diagnostic-Code: smtp; The recipient server did not accept our requests to connect.
`;

const of = (report: string, address = "ap@greenleaf.example") =>
  returnedOf(readDeliveryStatus(report), address);

test("a hard one says its code and why, lines that were folded in one", () => {
  expect(of(POSTFIX)).toEqual({
    outcome: "bounced",
    bounce: {
      kind: "hard",
      code: "5.1.1",
      reason:
        "550 5.1.1 <ap@greenleaf.example>: Recipient address rejected: User unknown in virtual mailbox table",
    },
  });
  expect(of(EXCHANGE)).toMatchObject({ outcome: "bounced", bounce: { kind: "soft", code: "5.7.129" } });
});

test("one that is tried still is no bounce; one that was given up over 4.x.x is a soft one", () => {
  expect(of(DELAYED)).toMatchObject({ outcome: "delayed", reason: expect.stringContaining("connect") });
  expect(of(DELAYED.replace("delayed", "failed"))).toMatchObject({
    bounce: { kind: "soft", code: "4.4.1" },
  });
});

test("a report of several says what became of the address asked for, and nothing of others", () => {
  const second = "\nFinal-Recipient: rfc822; owner@greenleaf.example\nAction: relayed\nStatus: 2.0.0\n";
  expect(of(POSTFIX + second)).toMatchObject({ bounce: { code: "5.1.1" } });
  expect(of(POSTFIX + second, "owner@greenleaf.example")).toBeNull();
  expect(of(POSTFIX + second, "nobody@greenleaf.example")).toBeNull();
  // It was passed on to another mailbox, which doesn't take it.
  expect(of(POSTFIX, "list@greenleaf.example")).toMatchObject({ bounce: { code: "5.1.1" } });
});

const KIND_OF: [string, string, string][] = [
  ["5.1.1", "", "hard"],
  ["5.1.2", "no such domain", "hard"],
  ["5.1.10", "the domain takes no mail", "hard"],
  ["5.2.1", "mailbox disabled", "hard"],
  ["5.4.4", "Host or domain name not found", "hard"],
  ["5.1.7", "our own address is malformed", "soft"],
  ["5.1.8", "our own domain is unknown", "soft"],
  ["5.2.2", "mailbox full", "soft"],
  ["5.3.4", "message too large", "soft"],
  ["5.7.1", "blocked: no such user is let to send this", "soft"],
  ["4.1.1", "550 user unknown", "soft"],
  ["", "550 User unknown", "hard"],
  ["", "550 No such user here", "hard"],
  ["5.0.0", "550 The email account that you tried to reach does not exist.", "hard"],
  ["5.5.0", "550 Recipient address rejected: user not found", "hard"],
  ["", "554 message refused as spam", "soft"],
  ["5.0.0", "550 blocked: sender address does not exist", "soft"],
  ["", "", "soft"],
];
test.each(KIND_OF)("%s %s is a %s one", (code, reason, kind) => {
  expect(bounceOf(code, reason).kind).toBe(kind);
});

test("no report at all is no bounce, and what has no code is a soft one unless its words are clear", () => {
  expect(readDeliveryStatus("Hello,\n\nthe mail came back.")).toEqual([]);
  expect(of("")).toBeNull();
  expect(bounceOf("", "try\tlater\r\nplease")).toEqual({
    kind: "soft",
    code: "5.0.0",
    reason: "try later please",
  });
});

const told = { messageId: "<x@y.example>", recipient: "ap@x.example" };
const hard = { ...told, bounce: { kind: "hard", code: "5.1.1", reason: "no such user" } };

test("services tell the same in their own shapes", () => {
  expect(readToldBounces({ ...told, status: "5.1.1", reason: "no such user" })).toEqual([hard]);
  expect(
    readToldBounces([
      { event: "delivered", email: "b@x.example" },
      {
        event: "bounce",
        email: "ap@x.example",
        "smtp-id": "<x@y.example>",
        status: "5.1.1",
        reason: "no such user",
      },
    ]),
  ).toEqual([hard]);
  const mailgun = (severity: string) => ({
    signature: {},
    "event-data": {
      event: "failed",
      severity,
      recipient: "ap@x.example",
      message: { headers: { "message-id": "<x@y.example>" } },
      "delivery-status": { code: 550, "enhanced-code": "5.1.1", description: "", message: "no such user" },
    },
  });
  expect(readToldBounces(mailgun("permanent"))).toEqual([hard]);
  expect(readToldBounces(mailgun("temporary"))).toEqual([]);
});

test("one event of a batch that isn't readable loses no other, and a long reason is cut", () => {
  const event = { event: "bounce", email: "ap@x.example", "smtp-id": "<x@y.example>", status: "5.1.1" };
  const many = Array.from({ length: 1500 }, () => ({ event: "processed", email: "b@x.example" }));
  const odd = [null, { event: 7 }, { ...event, email: "x".repeat(400) }];
  const read = readToldBounces([...many, ...odd, { ...event, reason: "y".repeat(3000) }]);
  expect(read).toMatchObject([{ bounce: { kind: "hard", reason: "y".repeat(400) } }]);
  expect(readToldBounces([{ ...event, reason: null }])).toMatchObject([{ bounce: { code: "5.1.1" } }]);
  expect(readToldBounces({ ...told, status: "5.1.1", reason: "y".repeat(3000) })).toHaveLength(1);
  const bare = { event: "bounce", email: "ap@x.example", "smtp-id": "<x@y.example>" };
  expect(readToldBounces([bare])).toMatchObject([{ bounce: { kind: "soft", code: "5.0.0" } }]);
});

test("what is none of these tells nothing", () => {
  for (const other of [null, "bounce", 7, {}, [{ event: "open" }], { messageId: 1, status: "5.1.1" }])
    expect(readToldBounces(other)).toEqual([]);
});
