// What the bench can measure, in the order in which it does: a line for each, whether it asks pages of a server, and
// whether its bar is a time of the clock, which only a calm machine can keep. The others stand beside a floor that is
// measured in turns with them, or count bytes.
export const PARTS = {
  import: { says: "a file of 2,466 invoices and payments, from text to committed", pages: true, calm: true },
  "long-import": {
    says: "files of 100,000 rows by HTTP, open items and half paid in part, with the worker's memory",
    pages: true,
    calm: true,
  },
  page: {
    says: "the A/R page of a million invoices, open and closed loop, beside a bare page",
    pages: true,
    calm: true,
  },
  link: { says: "the page behind a statement's link at 20 requests a second", pages: true, calm: true },
  javascript: { says: "what the first load of the A/R page brings, gzipped", pages: true, calm: false },
  posting: { says: "a payment with two applications, of its floor, with 1, 4 and 16 clients", calm: false },
  invoice: { says: "an invoice of three lines, of its floor, with 1, 4 and 16 clients", calm: false },
  api: {
    says: "a payment by POST /api/v1/payments, of its procedure, with 1, 4 and 16 clients",
    calm: false,
  },
  hot: { says: "house charges that all want one account, with 16 clients", calm: true },
  "house-charge": { says: "a house charge at the counter, from the click to the answer", calm: true },
  decisions: { says: "credit decisions at 200 a second, and on one account, of the bare UPDATE", calm: true },
  "decisions-http": {
    says: "credit decisions by POST /api/v1/credit/decisions at 200 a second over 1,000 accounts",
    pages: true,
    calm: true,
  },
  issue: {
    says: "an invoice issued from its draft, of three lines and of a thousand, and its PDF",
    calm: true,
  },
  bulk: { says: "complete events per second in one command over 250 accounts", calm: true },
  applications: { says: "one payment over a thousand invoices", calm: true },
  growth: {
    says: "account page and aging with 1,000,000 invoices, on both axes (makes them first: minutes)",
    calm: true,
  },
  lists: {
    says: "the list of 1,000,000 invoices, any filter, order and page (makes them first: minutes)",
    calm: true,
  },
  "more-lists": {
    says: "credit of 100,000 customers, a million entries of the audit log, all events (makes them first)",
    calm: true,
  },
  mail: { says: "a thousand statements by mail to a local server with one dead mailbox", calm: true },
  statements: { says: "a statement's paper beside Chromium, and a run of five thousand", calm: true },
  neighbour: {
    says: "a business's A/R page while another looks at files, prints and turns long pages",
    pages: true,
    calm: true,
  },
  search: { says: "finding a customer among 50,000 by every kind of input", calm: true },
};
