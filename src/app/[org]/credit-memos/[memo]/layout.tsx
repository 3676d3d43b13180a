// Asks whether this credit memo is here before anything is sent, so that a stranger's number answers 404 and not a skeleton
// with status 200.
import { readCreditMemo } from "./read-credit-memo.ts";

type Props = LayoutProps<"/[org]/credit-memos/[memo]">;

export default async function CreditMemoLayout({ children, params }: Props) {
  const { org, memo } = await params;
  await readCreditMemo(org, memo);
  return children;
}
