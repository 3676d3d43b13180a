// Everything about oneself, whatever the business: name, address, how one signs in, and where one is signed in now.
import type { Metadata } from "next";
import { browserInWords, agoInWords } from "@/server/auth/browser-words.ts";
import { ownSessions } from "@/server/auth/own-sessions.ts";
import { secondFactorOf } from "@/server/auth/second-factor.ts";
import { requireOwn } from "@/server/auth/session.ts";
import { pageUnavailable } from "@/server/trouble.ts";
import { Button } from "@/ui/button.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { signOutEverywhereAction } from "../actions.ts";
import { Title } from "../title.tsx";
import { endSessionAction } from "./actions.ts";
import { NameForm } from "./name-form.tsx";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const own = await requireOwn("/account");
  const second = await secondFactorOf(own.userId).catch(pageUnavailable);
  return (
    <>
      <Title about={`Signed in as ${own.email}`}>Your account</Title>
      <Section id="name" title="Name">
        <NameForm key={own.name} name={own.name} />
      </Section>
      <Section id="ways" title="How you sign in">
        <Card>
          <dl className="divide-y divide-line">
            <Way name="E-mail" link={{ href: "/account/email", words: "Change your address" }}>
              {own.email}
            </Way>
            <Way name="Password" link={{ href: "/account/password", words: "Change your password" }}>
              With your address
            </Way>
            <Way
              name="Second factor"
              link={{
                href: "/account/second-factor",
                words: second.kind === "counts" ? "Change it" : "Set one up",
              }}
            >
              {second.kind === "counts" ? "A code of your app" : "Off"}
              {second.kind === "counts" || second.passkeys > 0
                ? `; ${second.codesLeft} recovery codes left`
                : ""}
            </Way>
            <Way
              name="Passkeys"
              link={{ href: "/account/passkeys", words: second.passkeys > 0 ? "Change them" : "Add one" }}
            >
              {second.passkeys === 0 ? "None" : `${second.passkeys}, each by itself enough to sign in`}
            </Way>
          </dl>
        </Card>
      </Section>
      <Sessions userId={own.userId} here={own.sessionId} />
      <p className="mt-8">
        <Link href="/" className="font-medium text-link">
          To your businesses
        </Link>
      </p>
    </>
  );
}

type WayProps = {
  name: string;
  link: {
    href: "/account/email" | "/account/password" | "/account/second-factor" | "/account/passkeys";
    words: string;
  };
  children: React.ReactNode;
};

function Way({ name, link, children }: WayProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-48">
        <dt className="font-medium">{name}</dt>
        <dd className="text-13 text-soft wrap-anywhere">{children}</dd>
      </div>
      <Link href={link.href} className="text-link touch-target">
        {link.words}
      </Link>
    </div>
  );
}

async function Sessions({ userId, here }: { userId: string; here: string }) {
  const sessions = await ownSessions(userId, here).catch(pageUnavailable);
  return (
    <Section id="sessions" title="Where you are signed in">
      <Card>
        <ul className="divide-y divide-line">
          {sessions.map(({ id, userAgent, begun, seen, isHere }) => (
            <li key={id} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
              <div className="min-w-0 flex-1 basis-48">
                <p className="font-medium">{browserInWords(userAgent)}</p>
                <p className="text-13 text-soft">
                  {isHere ? "This browser" : `Last used ${agoInWords(seen)}`}, signed in {agoInWords(begun)}
                </p>
              </div>
              {isHere ? null : (
                <form action={endSessionAction}>
                  <input type="hidden" name="session" value={id} />
                  <Button type="submit">Sign out there</Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      </Card>
      <form action={signOutEverywhereAction} className="mt-3">
        <Button type="submit">Sign out on every device</Button>
      </form>
    </Section>
  );
}
