// Reports of mails that came back, as mail servers write them; of our own making.
type Written = { to: string; action?: string; status?: string; messageId?: string; of?: readonly string[] };
const MESSAGE = { to: "ap@greenleaf.example", action: "failed", status: "5.1.1" };

/** As Postfix writes it. */
export const postfix = ({
  to,
  messageId = "<other@x.example>",
  of = [MESSAGE.to],
  action = MESSAGE.action,
  status = MESSAGE.status,
}: Written) => `Date: Mon, 30 Nov 2026 09:00:00 +0000
From: MAILER-DAEMON@mx.hillside.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
    boundary="4D2C91.1"

This is a MIME-encapsulated message.

--4D2C91.1
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--4D2C91.1
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.hillside.example
X-Postfix-Queue-ID: 4D2C91

${of
  .map(
    (recipient) => `Final-Recipient: rfc822; ${recipient}
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 5.1.1 User unknown in virtual mailbox table
`,
  )
  .join("\n")}
--4D2C91.1
Content-Description: Undelivered Message
Content-Type: message/rfc822

Message-ID: ${messageId}
Subject: Your statement
Content-Type: text/plain

Hello
--4D2C91.1--
`;

/** As Exchange Online does: a report of a report's head, with CRLF, and only the headers of what came back. */
export const exchange = (to: string, messageId: string) =>
  [
    "From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@greenleaf.example>",
    `To: <${to}>`,
    "Subject: Undeliverable: Your statement",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="_000_x_"',
    "",
    "--_000_x_",
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "<b>Your message to ap=40greenleaf.example couldn't be delivered.</b>",
    "--_000_x_",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns;AM0PR01.prod.outlook.example",
    "",
    "Final-recipient: RFC822;ap@greenleaf.example",
    "Action: failed",
    "Status: 5.1.10",
    "Diagnostic-code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found",
    "",
    "--_000_x_",
    "Content-Type: text/rfc822-headers",
    "",
    `Message-ID: ${messageId}`,
    "Subject: Your statement",
    "",
    "--_000_x_--",
    "",
  ].join("\r\n");

/** As Gmail does: the report and what came back in base64. */
export const gmail = (to: string, messageId: string, status = "5.1.1") => {
  const told = `Reporting-MTA: dns; googlemail.example\n\nFinal-Recipient: rfc822; ap@greenleaf.example\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.\n`;
  return `From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>
To: ${to}
Subject: Delivery Status Notification (Failure)
MIME-Version: 1.0
Content-Type: multipart/report; boundary="00000000000042"; report-type=delivery-status

--00000000000042
Content-Type: text/plain; charset="UTF-8"

** Address not found **

--00000000000042
Content-Type: message/delivery-status
Content-Transfer-Encoding: base64

${Buffer.from(told).toString("base64")}
--00000000000042
Content-Type: message/rfc822

Message-ID: ${messageId}
Subject: Your statement

--00000000000042--
`;
};
