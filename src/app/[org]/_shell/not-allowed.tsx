// A page that this person's role doesn't open: said in words, with who can, instead of an error or an empty "not found".
import { mayDo, ROLES, type Permission } from "@/domain/permission.ts";
import { Notice } from "@/ui/notice.tsx";
import { Screen } from "@/ui/page.tsx";

/** `to` finishes "Your role doesn’t allow …". */
type Props = { title: string; to: string; permission: Permission };

export function NotAllowed({ title, to, permission }: Props) {
  return (
    <Screen title={title}>
      <Notice tone="soon" title={`Your role doesn’t allow ${to}`}>
        {whoMay(permission)} can do it. An owner or an admin decides who has which role.
      </Notice>
    </Screen>
  );
}

/** "An owner, an admin or a bookkeeper", from the one table of permissions. */
export function whoMay(permission: Permission): string {
  const roles = ROLES.filter((role) => mayDo(role, permission)).map((role) => role.replaceAll("-", " "));
  const named = roles.map((role) => `${/^[aeiou]/.test(role) ? "an" : "a"} ${role}`);
  const words = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(named);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
