// Brings what a business had before into its books: which kind, the file, what was imported so far, and what a file of that
// kind can hold.
import type { Metadata } from "next";
import { IMPORT_KINDS, KIND_NAMES } from "@/domain/imports/fields.ts";
import { permissionToImport } from "@/domain/permission.ts";
import { apiFor } from "@/server/api.ts";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../_shell/current-member.ts";
import { toImport } from "../_shell/links.ts";
import { NotAllowed } from "../_shell/not-allowed.tsx";
import { FieldList } from "./field-list.tsx";
import { ImportsSoFar } from "./imports-so-far.tsx";
import { SendFile } from "./send-file.tsx";

export const metadata: Metadata = { title: "Import" };

export default async function ImportPage({ params, searchParams }: PageProps<"/[org]/import">) {
  const [{ org }, asked] = await Promise.all([params, searchParams]);
  const here = await readCurrentMember(org);
  if (!here.permissions.includes("books:import"))
    return <NotAllowed title="Import" to="imports" permission="books:import" />;
  const kinds = IMPORT_KINDS.filter((each) => here.permissions.includes(permissionToImport(each)));
  const kind = kinds.find((each) => each === asked.kind) ?? "receivables";
  const api = await apiFor(org);
  const { files } = await api.imports.list({});
  const { locale, zone, currency } = here.org;
  return (
    <Screen title="Import" about="Nothing is posted until you have seen what a file would do.">
      <div className="mb-3">
        <FilterLinks
          label="What to import"
          links={kinds.map((each) => ({
            words: KIND_NAMES[each],
            href: toImport(org, { kind: each === "receivables" ? null : each }),
            on: each === kind,
          }))}
        />
      </div>
      <SendFile key={kind} org={org} kind={kind} />
      <ImportsSoFar org={org} files={files} place={{ locale, zone }} />
      <FieldList
        org={org}
        kind={kind}
        currency={currency}
        mayExport={here.permissions.includes("books:export")}
      />
    </Screen>
  );
}
