// Takes a list home as a file for a spreadsheet: all that match, in the order on the screen.
import { FileSpreadsheet } from "lucide-react";
import type { Route } from "next";
import { DownloadLink } from "./button.tsx";

export function CsvLink({ href }: { href: Route }) {
  return (
    <DownloadLink href={href}>
      <FileSpreadsheet aria-hidden="true" />
      CSV
    </DownloadLink>
  );
}
