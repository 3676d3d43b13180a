// The least that a page of this shop can be: its shell, its session, one question, 25 rows. Only the bench asks for it,
// from a server that was started for the bench; anywhere else it isn't there.
import { notFound } from "next/navigation";
import { bareRows } from "@/server/testing/bare-rows.ts";
import { Screen } from "@/ui/page.tsx";

type Props = { params: Promise<{ org: string }> };

export default async function BarePage({ params }: Props) {
  const rows = await bareRows((await params).org);
  if (rows === null) notFound();
  return (
    <Screen title="Bare">
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">{row.number}</th>
              <td>{row.name}</td>
              <td>{row.terms}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Screen>
  );
}
