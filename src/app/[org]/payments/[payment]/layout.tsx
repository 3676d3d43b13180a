// Asks whether this payment is here before anything is sent, so that a stranger's number answers 404 and not a skeleton
// with status 200.
import { readPayment } from "./read-payment.ts";

type Props = LayoutProps<"/[org]/payments/[payment]">;

export default async function PaymentLayout({ children, params }: Props) {
  const { org, payment } = await params;
  await readPayment(org, payment);
  return children;
}
