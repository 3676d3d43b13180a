// The applications for credit as a file.
import { listApplications, type Application } from "@/books/business/credit-applications.ts";
import { APPLICATION_FILTERS } from "@/domain/credit/application-list.ts";
import { isoInstant } from "@/domain/values/instant.ts";
import { applicationsRouter } from "../routers/applications.ts";
import { amountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";

export const applicationsFile = listFile({
  name: "applications for credit",
  procedure: applicationsRouter.list,
  columns: ({ currency }) => [
    textColumn<Application>("Business", (row) => row.business),
    plainColumn<Application>("State", (row) => APPLICATION_FILTERS[row.state]),
    plainColumn<Application>("Applied", (row) => isoInstant(row.appliedAt)),
    textColumn<Application>("Contact", (row) => row.contact),
    textColumn<Application>("E-mail", (row) => row.email),
    textColumn<Application>("Phone", (row) => row.phone),
    textColumn<Application>("Address", (row) => row.address),
    textColumn<Application>("Tax number", (row) => row.taxNumber),
    plainColumn<Application>("Years in business", (row) => String(row.years)),
    amountColumn<Application>("Buys in a month", currency, (row) => row.monthlyCents),
    amountColumn<Application>("Asks for", currency, (row) => row.wantedCents),
    plainColumn<Application>("Score", ({ score }) => String(score.points)),
    amountColumn<Application>("Suggested", currency, ({ score }) => score.suggestedCents),
    amountColumn<Application>("Given", currency, (row) => row.givenCents),
    textColumn<Application>("Reason", (row) => row.reason),
    textColumn<Application>("Answered by", (row) => row.decidedBy ?? ""),
    plainColumn<Application>("Answered", (row) => (row.decidedAt === null ? "" : isoInstant(row.decidedAt))),
  ],
  page: ({ books }, input, size) => listApplications(books, input, size),
});
