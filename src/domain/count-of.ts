// A number of things in words, so that no page says "1 invoices" or "0 invoices".

/** "1 unpaid invoice", "3 unpaid invoices", "no unpaid invoices". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`;
  return count === 1 ? `1 ${one}` : `${count.toLocaleString("en-US")} ${many}`;
}
