// The accounts that a parent's statement is of, each with what it came from and what it owes.
import type { StatementAccount, StatementHead } from "@/domain/statements/statement.ts";
import type { DocumentWords } from "@/domain/language/document-words.ts";
import { Amount, type AmountWords, type Reading } from "./amount.tsx";
import { Table, type Column } from "./table.tsx";

type Props = Reading & {
  accounts: readonly StatementAccount[];
  statement: Pick<StatementHead, "openingCents" | "closingCents">;
  say: DocumentWords["paper"];
  words: AmountWords;
};

export function StatementAccounts({ accounts, statement, say, ...reading }: Props) {
  const amount = (cents: StatementAccount["closingCents"]) => <Amount cents={cents} asBalance {...reading} />;
  const columns: Column<StatementAccount>[] = [
    {
      key: "account",
      head: say.customer,
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: ({ number, name }) => (
        <>
          {name}
          <span className="block text-13 font-normal text-soft">{number}</span>
        </>
      ),
    },
    {
      key: "opening",
      head: say.opening,
      place: "sub-end",
      label: say.opening,
      numeric: true,
      cell: ({ openingCents }) => amount(openingCents),
      total: amount(statement.openingCents),
    },
    {
      key: "closing",
      head: say.closing,
      place: "lead-end",
      numeric: true,
      cell: ({ closingCents }) => amount(closingCents),
      total: amount(statement.closingCents),
    },
  ];
  return (
    <Table
      caption={say.accounts}
      columns={columns}
      rows={accounts}
      rowKey={({ number }) => number}
      totalName={say.total}
    />
  );
}
