// The choice of a role, and what it is for. An owner is made by an owner alone.
import { ROLE_WORDS } from "@/domain/business/people.ts";
import { ROLES, mayDo, type Role } from "@/domain/permission.ts";
import { SelectField } from "@/ui/field.tsx";

type Props = {
  /** Of whoever chooses. */
  by: Role | null;
  value: Role;
  onChoose: (role: Role) => void;
  error: string | undefined;
};

export function RoleField({ by, value, onChoose, error }: Props) {
  const mayMakeOwners = by !== null && mayDo(by, "owner:change");
  const offered = ROLES.filter((role) => role !== "owner" || mayMakeOwners);
  return (
    <SelectField
      label="Role"
      name="role"
      value={value}
      hint={ROLE_WORDS[value].does}
      error={error}
      onChange={(event) => onChoose(offered.find((role) => role === event.target.value) ?? value)}
    >
      {offered.map((role) => (
        <option key={role} value={role}>
          {ROLE_WORDS[role].name}
        </option>
      ))}
    </SelectField>
  );
}
