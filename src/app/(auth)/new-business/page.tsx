// One more business for someone who is signed in.
import type { Metadata } from "next";
import { requireUser } from "@/server/auth/session.ts";
import { businessChoices } from "../business-choices.ts";
import { Title } from "../title.tsx";
import { NewBusinessForm } from "./new-business-form.tsx";

export const metadata: Metadata = { title: "New business" };

export default async function NewBusinessPage() {
  const user = await requireUser("/new-business");
  return (
    <>
      <Title about={`You, ${user.name}, will be its owner.`}>New business</Title>
      <NewBusinessForm choices={businessChoices()} />
    </>
  );
}
