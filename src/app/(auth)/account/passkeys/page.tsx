// The passkeys of who is signed in: each with its name and last use, another one added, one removed.
import type { Metadata } from "next";
import { mustChoosePassword } from "@/server/auth/change-password.ts";
import { ownPasskeys, passkeysWork } from "@/server/auth/passkeys.ts";
import { requireOwn } from "@/server/auth/session.ts";
import { pageUnavailable } from "@/server/trouble.ts";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Title } from "../../title.tsx";
import { AddPasskey } from "./add-passkey.tsx";
import { ForgetPasskey } from "./forget-passkey.tsx";

export const metadata: Metadata = { title: "Passkeys" };

export default async function PasskeysPage() {
  const own = await requireOwn("/account/passkeys");
  const [passkeys, mustChoose] = await Promise.all([
    ownPasskeys(own.userId),
    mustChoosePassword(own.userId),
  ]).catch(pageUnavailable);
  const hasPassword = !mustChoose;
  return (
    <>
      <Title about={`Signed in as ${own.email}`}>Passkeys</Title>
      <div className="grid gap-6">
        <p>
          With a passkey you sign in by your finger, your face or the PIN of your device, and need no code. It
          counts as a second factor.
        </p>
        {passkeys.length > 0 ? (
          <Card>
            <ul className="divide-y divide-line">
              {passkeys.map(({ id, name, used }) => (
                <li key={id} className="px-4 py-2.5">
                  <p className="font-medium wrap-anywhere">{name}</p>
                  <p className="text-13 text-soft">{used}</p>
                  <ForgetPasskey id={id} name={name} hasPassword={hasPassword} />
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
        {passkeysWork() ? (
          <AddPasskey email={own.email} hasPassword={hasPassword} />
        ) : (
          <Notice tone="soon" title="Passkeys don’t work at this address">
            Browsers make them for a name, over TLS. Ask whoever runs this copy of Onaccount.
          </Notice>
        )}
      </div>
      <p className="mt-8">
        <Link href="/account" className="font-medium text-link">
          To your account
        </Link>
      </p>
    </>
  );
}
