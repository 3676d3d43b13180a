// The keys as a table: the living ones first, those that were revoked below them.
import { SCOPE_WORDS, type ApiScope } from "@/domain/business/api-scopes.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { InstantText } from "@/ui/instant.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import type { CurrentMember } from "../../_shell/current-member.ts";
import { RevokeKey } from "./revoke-key.tsx";

type Key = RouterOutputs["apiKeys"]["list"][number];
type Props = { keys: readonly Key[]; here: CurrentMember["org"] };

export function KeyTable({ keys, here }: Props) {
  return <Table caption="API keys" rows={keys} rowKey={(key) => key.keyId} columns={columnsFor(here)} />;
}

const columnsFor = ({ slug, locale, zone }: CurrentMember["org"]): Column<Key>[] => [
  {
    key: "name",
    head: "Name",
    place: "lead",
    rowHead: true,
    wraps: true,
    cell: ({ name, beginsWith }) => (
      <>
        {name}
        <span className="block font-mono text-12 font-normal text-soft">{beginsWith}…</span>
      </>
    ),
  },
  {
    key: "scopes",
    head: "May",
    place: "under",
    wraps: true,
    cell: ({ scopes }) => (
      <details>
        <summary className="cursor-pointer touch:py-3">
          {scopes.length} {scopes.length === 1 ? "permission" : "permissions"}
        </summary>
        <ul className="mt-1 text-13 text-soft">
          {scopes.map((scope) => (
            <li key={scope}>{isScope(scope) ? SCOPE_WORDS[scope] : scope}</li>
          ))}
        </ul>
      </details>
    ),
  },
  {
    key: "made",
    head: "Made",
    place: "sub",
    label: "made",
    wraps: true,
    cell: ({ createdAt, createdBy }) => (
      <>
        <InstantText at={createdAt} locale={locale} zone={zone} />
        {createdBy === null ? null : ` by ${createdBy}`}
      </>
    ),
  },
  {
    key: "used",
    head: "Last used",
    place: "under",
    label: "last used",
    wraps: true,
    cell: ({ lastUsedAt }) =>
      lastUsedAt === null ? "never" : <InstantText at={lastUsedAt} locale={locale} zone={zone} />,
  },
  {
    key: "do",
    head: <span className="sr-only">Change</span>,
    place: "lead-end",
    numeric: true,
    cell: ({ keyId, name, revokedAt }) =>
      revokedAt === null ? (
        <span className="-my-2 inline-flex print:hidden">
          <RevokeKey org={slug} apiKey={{ keyId, name }} />
        </span>
      ) : (
        <Tag tone="held">Revoked</Tag>
      ),
  },
];

const isScope = (text: string): text is ApiScope => Object.hasOwn(SCOPE_WORDS, text);
