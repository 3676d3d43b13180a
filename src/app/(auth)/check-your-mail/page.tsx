// After asking for a link. It says the same whether the address is known or not.
import type { Metadata } from "next";
import { signInAddress } from "@/server/auth/sign-in-cookie.ts";
import { inboxUrl } from "@/server/wire/app-host.ts";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Title } from "../title.tsx";

export const metadata: Metadata = { title: "Check your mail" };

type Props = PageProps<"/check-your-mail">;

export default async function CheckYourMailPage({ searchParams }: Props) {
  const asked = (await searchParams)["for"];
  const signingUp = asked === "sign-up";
  const address = (await signInAddress()) ?? "your address";
  const inbox = inboxUrl();
  return (
    <>
      <Title>Check your mail</Title>
      <div className="grid gap-4">
        <p>
          {signingUp ? (
            <>
              We have sent a link to <strong className="wrap-anywhere">{address}</strong>. Open it within an
              hour to choose a password and open your books.
            </>
          ) : (
            <>
              If <strong className="wrap-anywhere">{address}</strong> is known here,{" "}
              {asked === "new-password"
                ? "a link to choose a new password is on its way. It works once, within 30 minutes."
                : "a sign-in link is on its way. It works once, within 10 minutes."}
            </>
          )}
        </p>
        <p className="text-soft">
          Nothing came? Look in the spam folder, or check the address and ask again. If you asked more than
          twice, use the newest mail that you have: its link still works.
        </p>
        {inbox ? (
          <Notice title="This copy keeps its mail to itself">
            <p>
              Nothing leaves this machine:{" "}
              <a href={inbox} className="font-medium text-link">
                open the local inbox
              </a>
              .
            </p>
          </Notice>
        ) : null}
        <p>
          <Link href={signingUp ? "/sign-up" : "/sign-in"} className="font-medium text-link">
            {signingUp ? "Back to the form" : "Back to sign in"}
          </Link>
        </p>
      </div>
    </>
  );
}
