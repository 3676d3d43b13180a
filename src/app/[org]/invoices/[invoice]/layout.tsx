// Asks whether this invoice is here before anything is sent, so that a stranger's number answers 404 and not a skeleton
// with status 200.
import { readInvoice } from "./read-invoice.ts";

type Props = LayoutProps<"/[org]/invoices/[invoice]">;

export default async function InvoiceLayout({ children, params }: Props) {
  const { org, invoice } = await params;
  await readInvoice(org, invoice);
  return children;
}
