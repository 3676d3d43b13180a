// Asks whether this statement is here before anything is sent, so that a stranger's number answers 404 and not a
// skeleton with status 200.
import { readStatement } from "./read-statement.ts";

type Props = LayoutProps<"/[org]/statements/[statement]">;

export default async function IssuedLayout({ children, params }: Props) {
  const { org, statement } = await params;
  await readStatement(org, statement);
  return children;
}
