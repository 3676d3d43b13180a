// For who forgot the password: a link to the address, by which to choose another.
import type { Metadata } from "next";
import { Link } from "@/ui/link.tsx";
import { AskForm } from "../../ask-for-new-password.tsx";
import { Title } from "../../title.tsx";

export const metadata: Metadata = { title: "New password" };

export default function NewPasswordPage() {
  return (
    <>
      <Title about="We mail a link to your address. It lets you choose another password and signs out every device.">
        New password
      </Title>
      <AskForm>E-mail me a link</AskForm>
      <p className="mt-8">
        <Link href="/sign-in" className="font-medium text-link">
          Back to sign in
        </Link>
      </p>
    </>
  );
}
