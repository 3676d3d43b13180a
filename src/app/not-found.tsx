// Nothing at this address. A stranger's page and a page that never was look exactly alike.
import type { Metadata } from "next";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">Not found</h1>
      <Empty title="That isn’t here" action={<ButtonLink href="/">Go to the start</ButtonLink>}>
        It may have been moved, or you may be signed in to another business.
      </Empty>
    </main>
  );
}
