// Asks whether this receipt is here before anything is sent, so that a stranger's number answers 404 and not a skeleton
// with status 200.
import { readReceipt } from "./read-receipt.ts";

type Props = LayoutProps<"/[org]/receipts/[receipt]">;

export default async function ReceiptLayout({ children, params }: Props) {
  const { org, receipt } = await params;
  await readReceipt(org, receipt);
  return children;
}
