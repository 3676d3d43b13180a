// The second factor of who is signed in: set up, made to count by a first code, its recovery codes, and its end.
import type { Metadata } from "next";
import { mustChoosePassword } from "@/server/auth/change-password.ts";
import { secondFactorOf, secretToTake } from "@/server/auth/second-factor.ts";
import { requireOwn, type OwnAccount } from "@/server/auth/session.ts";
import { pageUnavailable } from "@/server/trouble.ts";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { QrCode } from "@/ui/qr-code.tsx";
import { returnPath } from "../../return-path.ts";
import { Title } from "../../title.tsx";
import { BeginForm } from "./begin-form.tsx";
import { ConfirmForm, RenewForm } from "./codes-forms.tsx";
import { TurnOffForm } from "./turn-off-form.tsx";

export const metadata: Metadata = { title: "Second factor" };

type Props = PageProps<"/account/second-factor">;

export default async function SecondFactorPage({ searchParams }: Props) {
  const own = await requireOwn("/account/second-factor");
  const { for: asking, off } = await searchParams;
  const business = typeof asking === "string" ? returnPath(`/${asking}`) : null;
  const state = await secondFactorOf(own.userId).catch(pageUnavailable);
  return (
    <>
      <Title about={`Signed in as ${own.email}`}>Second factor</Title>
      <div className="grid gap-6">
        {business && !own.secondFactor ? (
          <Notice tone="soon" title="This business asks for a second factor">
            {state.kind === "counts" || state.passkeys > 0
              ? "Sign out and sign in again with your code or passkey to open it."
              : "Set one up here to open it. Your other businesses stay as they are."}
          </Notice>
        ) : null}
        {off === "yes" && state.kind === "none" ? (
          <Notice tone="good" title="Your second factor is turned off">
            Signing in asks for no code any more.
          </Notice>
        ) : null}
        {state.kind === "counts" ? <Counts /> : null}
        {state.kind === "begun" ? <Begun own={own} /> : null}
        {state.kind === "none" ? <None own={own} /> : null}
        {state.kind === "counts" || state.passkeys > 0 ? <Recovery codesLeft={state.codesLeft} /> : null}
        {state.kind === "counts" ? <TurnOff /> : null}
      </div>
      <p className="mt-8 flex flex-wrap gap-x-6">
        <Link href="/account" className="font-medium text-link">
          To your account
        </Link>
        {business && own.secondFactor ? (
          <Link href={business} className="font-medium text-link">
            Open the business
          </Link>
        ) : null}
      </p>
    </>
  );
}

async function None({ own }: { own: OwnAccount }) {
  const hasPassword = !(await mustChoosePassword(own.userId).catch(pageUnavailable));
  return (
    <>
      <p>
        Besides your password or a mailed link, signing in then asks for a code that an app on your phone
        shows. Any app for one-time codes will do.
      </p>
      <BeginForm email={own.email} hasPassword={hasPassword} again={false} />
    </>
  );
}

async function Begun({ own }: { own: OwnAccount }) {
  const secret = await secretToTake(own).catch(pageUnavailable);
  const hasPassword = !(await mustChoosePassword(own.userId).catch(pageUnavailable));
  if (!secret) return <BeginForm email={own.email} hasPassword={hasPassword} again />;
  return (
    <>
      <ol className="grid list-decimal gap-4 pl-5">
        <li>
          <p className="mb-2">Scan this with the app, or type the key into it.</p>
          <QrCode text={secret.uri} label="QR code with the key below" />
          <p className="mt-2 text-13 text-soft">Key, by time, six digits:</p>
          <p className="font-mono text-13 wrap-anywhere">{(secret.key.match(/.{1,4}/g) ?? []).join(" ")}</p>
        </li>
        <li>Enter the code that it shows. Every other device is then signed out.</li>
      </ol>
      <ConfirmForm />
    </>
  );
}

function Counts() {
  return (
    <Notice tone="good" title="Your second factor is on">
      Signing in asks for a code of your app, or for a passkey.
    </Notice>
  );
}

function Recovery({ codesLeft }: { codesLeft: number }) {
  return (
    <section aria-labelledby="renew" className="grid gap-3">
      <h2 id="renew" className="font-semibold">
        Recovery codes
      </h2>
      <p className="text-soft">
        {codesLeft} of 10 are left. Made anew with a code of your app or one of them, the old ones are void.
      </p>
      <RenewForm />
    </section>
  );
}

function TurnOff() {
  return (
    <section aria-labelledby="off" className="grid gap-3">
      <h2 id="off" className="font-semibold">
        Turn it off
      </h2>
      <p className="text-soft">
        Businesses that ask for a second factor don’t open then, unless you sign in with a passkey.
      </p>
      <TurnOffForm />
    </section>
  );
}
