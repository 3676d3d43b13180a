"use client";
// The profile, and in its place the form that edits it.
import { Pencil } from "lucide-react";
import { useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import type { CustomerField } from "@/domain/customers/customer.ts";
import { Button } from "@/ui/button.tsx";
import { useSignedIn } from "@/ui/signed-in.tsx";
import type { Drawn } from "@/ui/use-edit.ts";
import { keptProfile } from "./kept-profile.ts";
import { ProfileForm } from "./profile-form.tsx";

type Props = {
  org: string;
  customerId: string;
  mayWrite: boolean;
  drawn: Drawn<CustomerField>;
  /** The codes of those that the business offers. */
  terms: readonly string[];
  children: ReactNode;
};

const never = () => () => {};

export function EditProfile({ org, customerId, mayWrite, drawn, terms, children }: Props) {
  const userId = useSignedIn();
  const [chosen, setEditing] = useState<boolean | null>(null);
  // What was left in the middle is gone on with.
  const isLeft = useSyncExternalStore(
    never,
    () => mayWrite && keptProfile(userId, org, customerId).read() !== null,
    () => false,
  );
  const editing = chosen ?? isLeft;
  const button = useRef<HTMLDivElement>(null);
  function close() {
    setEditing(false);
    requestAnimationFrame(() => button.current?.querySelector("button")?.focus());
  }
  return (
    <section aria-labelledby="about-title" className="rounded-card border border-line bg-card p-4 desk:p-6">
      <div className="mb-4 flex min-h-9 items-center gap-2">
        <h2 id="about-title" className="text-14 font-semibold">
          {editing ? "Edit customer" : "About"}
        </h2>
        {mayWrite && !editing ? (
          <div ref={button} className="ml-auto">
            <Button onClick={() => setEditing(true)}>
              <Pencil aria-hidden="true" />
              Edit
            </Button>
          </div>
        ) : null}
      </div>
      {editing ? (
        <ProfileForm org={org} customerId={customerId} drawn={drawn} terms={terms} done={close} />
      ) : (
        children
      )}
    </section>
  );
}
