// Takes a list home as a file for a spreadsheet: all that match, in the order on the screen. Only for those who may
// take the books home.
import { FileSpreadsheet } from "lucide-react";
import type { Route } from "next";
import type { Permission } from "@/domain/permission.ts";
import { DownloadLink } from "./button.tsx";

type Props = { href: Route; permissions: readonly Permission[] };

export function CsvLink({ href, permissions }: Props) {
  if (!permissions.includes("books:export")) return null;
  return (
    <DownloadLink href={href}>
      <FileSpreadsheet aria-hidden="true" />
      CSV
    </DownloadLink>
  );
}
