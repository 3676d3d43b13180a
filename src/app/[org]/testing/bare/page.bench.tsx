// The least that a page of this shop can be: its shell, its session, one question, 25 rows. The bench measures others
// beside it; its name keeps it out of every build but the bench's own (next.config.mjs).
import { bareRows } from "@/server/testing/bare-rows.ts";
import { Screen } from "@/ui/page.tsx";

type Props = { params: Promise<{ org: string }> };

export default async function BarePage({ params }: Props) {
  const rows = await bareRows((await params).org);
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
