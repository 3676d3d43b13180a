"use client";
// Another role for somebody.
import { ROLE_WORDS } from "@/domain/business/people.ts";
import type { Role } from "@/domain/permission.ts";
import { api } from "@/server/client.ts";
import { DialogForm } from "../dialog-form.tsx";
import { RoleField } from "./role-field.tsx";

type Props = {
  org: string;
  person: { userId: string; name: string; role: Role };
  by: Role | null;
  mailGoesOut: boolean;
};

export function ChangeRole({ org, person: { userId, name, role: now }, by, mailGoesOut }: Props) {
  return (
    <DialogForm
      key={now}
      title={`Role of ${name}`}
      opener="Role"
      openerLabel={`Change the role of ${name}`}
      quiet
      button="Change role"
      empty={{ role: now }}
      send={({ role }, commandKey) => api(org).people.changeRole.mutate({ commandKey, userId, role })}
      said={({ role }) => `${name} is ${ROLE_WORDS[role].name.toLowerCase()} now`}
    >
      {({ typed, type, errors }) => (
        <>
          <RoleField by={by} value={typed.role} onChoose={(role) => type({ role })} error={errors["role"]} />
          <p className="text-13 text-soft">
            It counts from their next click on{mailGoesOut ? ", and they are told by mail." : "."}
          </p>
        </>
      )}
    </DialogForm>
  );
}
