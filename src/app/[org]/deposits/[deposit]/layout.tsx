// Asks whether this deposit is here before anything is sent, so that a stranger's number answers 404 and not a skeleton
// with status 200.
import { readDeposit } from "./read-deposit.ts";

type Props = LayoutProps<"/[org]/deposits/[deposit]">;

export default async function DepositLayout({ children, params }: Props) {
  const { org, deposit } = await params;
  await readDeposit(org, deposit);
  return children;
}
