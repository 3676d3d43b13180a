// The screen of a list: its title and file, what filters it, its rows, and the way to the page that follows.
import type { ReactNode } from "react";
import { Card } from "@/ui/card.tsx";
import { CsvLink } from "@/ui/csv-link.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import type { CurrentMember } from "../_shell/current-member.ts";
import { Printed } from "../_shell/printed.tsx";
import type { PageLinks } from "./list-links.ts";
import { ListRows, type ListRowsProps } from "./list-rows.tsx";

type Props<Row> = ListRowsProps<Row> & {
  here: CurrentMember;
  title: string;
  links: PageLinks;
  about?: ReactNode;
  /** Beside the way to its file: what comes before it, and the one primary action. */
  before?: ReactNode;
  action?: ReactNode;
  /** What filters the list, and says how it is filtered. */
  filters?: ReactNode;
};

export function ListScreen<Row>({ here, title, about, before, action, filters, ...rows }: Props<Row>) {
  return (
    <Screen
      title={title}
      about={about}
      actions={
        <>
          {before}
          <CsvLink permissions={here.permissions} href={rows.links.csv} />
          {action}
        </>
      }
    >
      <Printed org={here.org.slug} />
      {filters}
      <ListRows {...rows} />
    </Screen>
  );
}

type EmptyProps = { title: string; before?: ReactNode; children: ReactNode };

/** A list in which nothing has ever been. */
export function EmptyList({ title, before, children }: EmptyProps) {
  return (
    <Screen title={title}>
      {before}
      <Card>{children}</Card>
    </Screen>
  );
}

/** How a list is filtered, where its form doesn't say it, and the way out of it. */
export function Filtered({ children, all }: { children: ReactNode; all: PageLinks["all"] }) {
  return (
    <p role="status" className="mb-2 text-13 text-soft">
      {children} · <ShowAll all={all} />
    </p>
  );
}

export function ShowAll({ all }: { all: PageLinks["all"] }) {
  return (
    <Link href={all} className="text-link">
      Show all
    </Link>
  );
}
