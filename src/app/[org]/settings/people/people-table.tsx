// Everybody who belongs to the business: their role, when they were last here, and what may be changed of each.
import { LIMITED_WORDS, ROLE_WORDS, limitedIn } from "@/domain/business/people.ts";
import { mayDo } from "@/domain/permission.ts";
import { formatMoney } from "@/domain/values/money.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { InstantText } from "@/ui/instant.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import type { CurrentMember } from "../../_shell/current-member.ts";
import { ChangeLimits } from "./change-limits.tsx";
import { ChangeRole } from "./change-role.tsx";
import { HandOver } from "./hand-over.tsx";
import { RemovePerson } from "./remove-person.tsx";

export type Person = RouterOutputs["people"]["list"]["people"][number];
type Props = { people: readonly Person[]; here: CurrentMember; mailGoesOut: boolean };

export function PeopleTable({ people, ...place }: Props) {
  return (
    <Table caption="People" rows={people} rowKey={(person) => person.userId} columns={columnsFor(place)} />
  );
}

type Place = Omit<Props, "people">;

const columnsFor = ({ here, mailGoesOut }: Place): Column<Person>[] => [
  {
    key: "name",
    head: "Name",
    place: "lead",
    rowHead: true,
    wraps: true,
    cell: (person) => (
      <>
        <span className="inline-flex flex-wrap items-baseline gap-2">
          {person.name}
          {isSelf(here, person) ? <Tag tone="neutral">You</Tag> : null}
          {person.disabled ? <Tag tone="held">Can’t sign in</Tag> : null}
        </span>
        <span className="block text-13 font-normal wrap-anywhere text-soft">{person.email}</span>
      </>
    ),
  },
  { key: "role", head: "Role", place: "sub", cell: ({ role }) => ROLE_WORDS[role].name },
  {
    key: "limits",
    head: "Own limits",
    place: "under",
    wraps: true,
    cell: (person) => <Limits person={person} here={here} />,
  },
  {
    key: "seen",
    head: "Last here",
    place: "under",
    label: "last here",
    wraps: true,
    cell: ({ lastSeenAt }) =>
      lastSeenAt === null ? (
        "Never"
      ) : (
        <InstantText at={lastSeenAt} locale={here.org.locale} zone={here.org.zone} />
      ),
  },
  {
    key: "do",
    head: <span className="sr-only">Change</span>,
    place: "lead-end",
    numeric: true,
    cell: (person) => <Changes person={person} here={here} mailGoesOut={mailGoesOut} />,
  },
];

type One = { person: Person; here: CurrentMember };
type Told = { mailGoesOut: boolean };

const isSelf = (here: CurrentMember, { userId }: Person) => here.user?.userId === userId;

function Limits({ person: { role, ownLimits }, here }: One) {
  const { currency, locale } = here.org;
  const set = limitedIn(role).flatMap((each) => {
    const limit = ownLimits[each];
    return limit === null ? [] : [{ each, words: formatMoney(limit, currency, locale) }];
  });
  if (set.length === 0) return <span className="text-soft">As the role</span>;
  return (
    <ul className="text-13">
      {set.map(({ each, words }) => (
        <li key={each}>
          {LIMITED_WORDS[each]} {words}
        </li>
      ))}
    </ul>
  );
}

/** An owner's place is changed by an owner alone, and nobody's own here. */
function Changes({ person, here, mailGoesOut }: One & Told) {
  if (isSelf(here, person)) return null;
  const isOwner = here.permissions.includes("owner:change");
  if (mayDo(person.role, "owner:change") && !isOwner) return null;
  const { slug } = here.org;
  return (
    <span className="-my-2 inline-flex flex-wrap justify-end gap-1 print:hidden">
      <ChangeRole org={slug} person={person} by={here.role} mailGoesOut={mailGoesOut} />
      {limitedIn(person.role).length > 0 ? <ChangeLimits org={here.org} person={person} /> : null}
      {isOwner ? <HandOver org={here.org} person={person} /> : null}
      <RemovePerson org={here.org} person={person} mailGoesOut={mailGoesOut} />
    </span>
  );
}
