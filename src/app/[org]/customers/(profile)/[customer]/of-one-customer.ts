// The columns of a list when all its rows are one customer's: without their name, and with another column in its place
// on a phone.
import type { Column } from "@/ui/table.tsx";

export const ofOneCustomer = <Row>(columns: readonly Column<Row>[], lead: string): Column<Row>[] =>
  columns
    .filter(({ key }) => key !== "customer")
    .map((column) => (column.key === lead ? { ...column, place: "lead" } : column));
