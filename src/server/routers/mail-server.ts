// A business's own mail server: what it is, change it, give it up, and try it.
import { z } from "zod";
import {
  changeMailServer,
  noteMailServerWorks,
  readMailServer,
  removeMailServer,
} from "@/books/business/mail-server.ts";
import { changeBooks, readBooks } from "@/books/open.ts";
import { MailServerChange } from "@/domain/business/mail-server-input.ts";
import { env } from "@/env.ts";
import { may, tenantOf } from "../actor.ts";
import { hookKey } from "../mail-trace.ts";
import { sendForBusiness } from "../business-mail.ts";
import { mailGoesOut } from "../auth/mailer.ts";
import { limitMailTest } from "../mail-limits.ts";
import { sealPassword } from "../mail-secret.ts";
import { CommandKey, allow, beside, command, keyOf, personIn, router } from "../trpc.ts";

export const mailServerRouter = router({
  /** Without its password. */
  read: allow("report:read")
    .input(z.strictObject({}))
    .query(async ({ ctx }) => {
      const server = await readMailServer(ctx.books);
      // Whoever may not set it up has no use for it.
      const mayChange = may(ctx.member, "settings:change");
      const hook = mayChange
        ? `${env().APP_URL}/api/mail/bounces/${hookKey({ tenant: tenantOf(ctx.member) })}`
        : null;
      if (server === null) return { server: null, systemSends: mailGoesOut(), hook };
      const { secret: _secret, ...told } = server;
      return { server: told, systemSends: mailGoesOut(), hook };
    }),

  change: command("settings:change", { secret: ["password"] })
    .input(MailServerChange)
    .mutation(({ ctx, input: { password, ...server } }) => {
      const secret = password === null ? null : sealPassword(ctx.member, server, password);
      return changeMailServer(ctx.books, { ...server, secret });
    }),

  remove: command("settings:change")
    .input(z.strictObject({ version: z.number().int().positive() }))
    .mutation(({ ctx, input }) => removeMailServer(ctx.books, input.version)),

  /** To whoever asks, by the server as it is saved; says what the server answered. */
  test: beside("settings:change", { limit: limitMailTest })
    .input(z.strictObject({ commandKey: CommandKey }))
    .mutation(async ({ ctx, input: { commandKey } }) => {
      const { member, user } = personIn(ctx);
      const server = await readBooks(member, readMailServer);
      const delivery = await sendForBusiness(member, server, {
        to: { name: user.name, address: user.email },
        fromName: member.orgName,
        subject: `Test mail of ${member.orgName}`,
        text: "This mail came the way that your statements and invoices go. Nothing else is needed.",
      });
      if (delivery.status !== "sent") return { sent: false as const, error: delivery.error };
      if (server) {
        const { version } = server;
        const key = keyOf(member, commandKey);
        await changeBooks(member, { key, procedure: "mailServer.test", input: { version } }, (books) =>
          noteMailServerWorks(books, version),
        );
      }
      return { sent: true as const, to: user.email };
    }),
});
