"use client";
// The lines of the invoice: a box that finds what is billed, the lines it made, texts and subtotals between them, and rows
// pasted from a spreadsheet.
import { formatPercent } from "@/domain/values/percent-words.ts";
import { useMemo, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { blankLine } from "@/domain/invoices/draft.ts";
import { MOST_LINES } from "@/domain/invoices/invoice-total.ts";
import type { LineTaxes } from "@/domain/invoices/line-taxes.ts";
import { isRows, pastedLines } from "@/domain/invoices/pasted-lines.ts";
import { typedDiscount } from "@/domain/products/discount.ts";
import { writtenPrice } from "@/domain/receipts/counter.ts";
import { ZERO } from "@/domain/values/money.ts";
import type { TaxRate } from "@/domain/values/tax.ts";
import { combinedRate } from "@/domain/values/tax-parts.ts";
import { Button } from "@/ui/button.tsx";
import { focusBox } from "./focus-box.ts";
import { Line } from "./line.tsx";
import { Pasted, type PastedRows } from "./pasted.tsx";
import { ProductBox, type FoundProduct } from "./product-box.tsx";
import type { TaxOptions } from "./line-tax.tsx";
import type { LineEditing } from "./use-invoice.ts";

type Props = { org: string; locale: string; invoicing: LineEditing };

export function Lines({ org, locale, invoicing }: Props) {
  const { draft, read, currency, tried, errors, taxes, choices } = invoicing;
  const [pasted, setPasted] = useState<PastedRows | null>(null);
  const room = MOST_LINES - draft.lines.length;

  function add(line: Partial<ReturnType<typeof blankLine>>, box: string | null) {
    if (room < 1) return setPasted({ refused: 1, room: 0 });
    const [key] = invoicing.addLines([{ ...blankLine(line.kind ?? "item"), ...line }]);
    focusBox(box === null ? "[name=product]" : `[data-line="${key}"] [name=${box}]`);
  }
  function addProduct(product: FoundProduct, quantity: string) {
    const { productId, sku, name, description, unit, price, taxable, retainable } = product;
    const unitPrice = writtenPrice(price, { currency, locale });
    const said = description || name;
    const discount = typedDiscount(product.discount, locale);
    add(
      { productId, sku, description: said, unit, quantity, unitPrice, discount, taxable, retainable },
      null,
    );
  }
  function paste(event: ClipboardEvent) {
    const text = event.clipboardData.getData("text/plain");
    if (event.target instanceof HTMLTextAreaElement || !isRows(text)) return;
    event.preventDefault();
    const rows = pastedLines(text);
    if (rows.length > room) return setPasted({ refused: rows.length, room });
    setPasted({ keys: invoicing.addLines(rows) });
  }
  /** Enter goes back to the products; Alt and an arrow move a line. */
  function pressed(event: KeyboardEvent) {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
    const row = box.closest<HTMLElement>("[data-line]");
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (row && event.altKey && by !== null) {
      event.preventDefault();
      invoicing.moveLine(Number(row.dataset["line"]), by);
      focusBox(`[data-line="${row.dataset["line"]}"] [name=${box.name}]`);
    } else if (row && event.key === "Enter" && !event.ctrlKey && !event.metaKey && box.type !== "checkbox") {
      event.preventDefault();
      const next = box.name === "description" && box.closest("[data-kind=item]") ? "unitPrice" : null;
      focusBox(next ? `[data-line="${row.dataset["line"]}"] [name=${next}]` : "[name=product]");
    }
  }
  const taxOptions = useMemo(() => taxOptionsOf(taxes, choices, locale), [taxes, choices, locale]);
  const holds = draft.retainage.trim() !== "" || draft.lines.some((line) => line.retainage !== "");
  return (
    <section aria-label="Lines" className="grid gap-3" onPaste={paste}>
      {draft.lines.length > 0 ? (
        <ol
          aria-label="Lines of the invoice"
          onKeyDown={pressed}
          className="overflow-clip rounded-card border border-line bg-card"
        >
          {draft.lines.map((line, at) => {
            const { amounts, fault } = read.lines[at] ?? {};
            return (
              <Line
                key={line.key}
                line={line}
                isFirst={at === 0}
                isLast={at === draft.lines.length - 1}
                fault={fault ?? null}
                amount={invoicing.write(
                  (line.kind === "subtotal" ? amounts?.sumCents : amounts?.totalCents) ?? ZERO,
                )}
                tried={tried}
                taxOptions={taxOptions}
                holds={holds}
                wide={draft.retainage}
                error={errors[`lines.${at}.productId`]}
                onChange={invoicing.changeLine}
                onRemove={invoicing.removeLine}
                onMove={invoicing.moveLine}
              />
            );
          })}
        </ol>
      ) : null}
      {pasted ? (
        <Pasted rows={pasted} invoicing={invoicing} onFocus={focusBox} onClose={() => setPasted(null)} />
      ) : null}
      <div className="grid items-start gap-2 desk:grid-cols-[minmax(0,1fr)_auto]">
        <ProductBox
          org={org}
          customerId={draft.customerId}
          currency={currency}
          locale={locale}
          error={errors["lines"]}
          onProduct={addProduct}
          onFreeLine={(description, quantity) =>
            add({ description, quantity }, description ? "unitPrice" : "description")
          }
        />
        <div className="flex flex-wrap gap-2 desk:pt-6">
          <Button onClick={() => add({}, "description")}>Free line</Button>
          <Button onClick={() => add(blankLine("text"), "description")}>Text</Button>
          <Button onClick={() => add(blankLine("subtotal"), null)}>Subtotal</Button>
        </div>
      </div>
    </section>
  );
}

/** null where nobody can be taxed with anything: no rates, or a customer who is exempt. */
function taxOptionsOf(
  taxes: readonly TaxRate[],
  choices: readonly LineTaxes[],
  locale: string,
): TaxOptions | null {
  if (taxes.length === 0 && choices.every((choice) => choice.taxes.length === 0)) return null;
  const percent = combinedRate(taxes.map(({ rate }) => rate));
  return { own: percent === null ? null : `As the invoice, ${formatPercent(percent, locale)}`, choices };
}
