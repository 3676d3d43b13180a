"use client";
// Invites somebody by mail.
import { UserPlus } from "lucide-react";
import type { Role } from "@/domain/permission.ts";
import { api } from "@/server/client.ts";
import { Field } from "@/ui/field.tsx";
import { DialogForm } from "../dialog-form.tsx";
import { RoleField } from "./role-field.tsx";

const EMPTY: { email: string; role: Role } = { email: "", role: "clerk" };

/** `role`: of whoever invites. */
export function InvitePerson({ org, role: by }: { org: string; role: Role | null }) {
  return (
    <DialogForm
      title="Invite somebody"
      opener={
        <>
          <UserPlus aria-hidden="true" />
          Invite somebody
        </>
      }
      button="Mail the invitation"
      empty={EMPTY}
      send={({ email, role }, commandKey) => api(org).people.invite.mutate({ commandKey, email, role })}
      said={({ email }) => `${email.trim()} is invited`}
    >
      {({ typed, type, errors }) => (
        <>
          <Field
            label="E-mail"
            name="email"
            type="email"
            autoComplete="off"
            value={typed.email}
            error={errors["email"]}
            onChange={(event) => type({ email: event.target.value })}
          />
          <RoleField by={by} value={typed.role} onChoose={(role) => type({ role })} error={errors["role"]} />
        </>
      )}
    </DialogForm>
  );
}
