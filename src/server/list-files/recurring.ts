// The list of recurring invoices as a file.
import { listSchedules, type ScheduleRow } from "@/books/invoices/recurring-list.ts";
import { cadenceWords } from "@/domain/invoices/recurring.ts";
import { anyAmountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { recurringRouter } from "../routers/recurring.ts";

export const recurringFile = listFile({
  name: "recurring-invoices",
  procedure: recurringRouter.list,
  columns: () => [
    textColumn<ScheduleRow>("Customer", (row) => row.customerName),
    textColumn<ScheduleRow>("What for", (row) => row.about),
    plainColumn<ScheduleRow>("Comes", (row) => cadenceWords(row.cadence)),
    plainColumn<ScheduleRow>("Next", (row) => (row.state === "ended" ? null : row.nextOn)),
    plainColumn<ScheduleRow>("Ends", (row) => row.endsOn),
    plainColumn<ScheduleRow>("Still to come", (row) => row.leftCount),
    plainColumn<ScheduleRow>("Made", (row) => row.made),
    plainColumn<ScheduleRow>("As", (row) => row.makes),
    plainColumn<ScheduleRow>("State", (row) => row.state),
    plainColumn<ScheduleRow>("What is wrong", (row) => row.fault),
    plainColumn<ScheduleRow>("Currency", (row) => row.currency),
    anyAmountColumn<ScheduleRow>("Before tax", (row) => row.subtotalCents),
  ],
  page: ({ books }, input, size) => listSchedules(books, input, size),
});
