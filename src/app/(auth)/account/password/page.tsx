// Another password, for who is signed in. Who has none yet, having come in by mailed links, has one mailed.
import type { Metadata } from "next";
import { mustChoosePassword } from "@/server/auth/change-password.ts";
import { requireOwn } from "@/server/auth/session.ts";
import { pageUnavailable } from "@/server/trouble.ts";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { AskForm } from "../../ask-for-new-password.tsx";
import { Title } from "../../title.tsx";
import { ChangeForm } from "./change-form.tsx";

export const metadata: Metadata = { title: "Your password" };

type Props = PageProps<"/account/password">;

export default async function PasswordPage({ searchParams }: Props) {
  const user = await requireOwn("/account/password");
  const { changed } = await searchParams;
  return (
    <>
      <Title about={`Signed in as ${user.email}`}>Your password</Title>
      {changed === "yes" ? <Changed /> : <Form {...user} />}
      <p className="mt-8">
        <Link href="/account" className="font-medium text-link">
          To your account
        </Link>
      </p>
    </>
  );
}

function Changed() {
  return (
    <Notice tone="good" title="Your password is changed">
      You are signed in here with the new one, and signed out on every other device.
    </Notice>
  );
}

async function Form({ userId, email }: { userId: string; email: string }) {
  if (!(await mustChoosePassword(userId).catch(pageUnavailable))) return <ChangeForm email={email} />;
  return (
    <div className="grid gap-4">
      <p>You have no password yet: you sign in by a link in your mail.</p>
      <AskForm email={email}>E-mail me a link to choose one</AskForm>
    </div>
  );
}
