// Every procedure there is.
import { router } from "../trpc.ts";
import { adjustmentsRouter } from "./adjustments.ts";
import { apiKeysRouter } from "./api-keys.ts";
import { applicationsRouter } from "./applications.ts";
import { attachmentsRouter } from "./attachments.ts";
import { bouncesRouter } from "./bounces.ts";
import { booksRouter } from "./books.ts";
import { brandingRouter } from "./branding.ts";
import { chargingRouter } from "./charging.ts";
import { chartRouter } from "./chart.ts";
import { commandsRouter } from "./commands.ts";
import { collectionsRouter } from "./collections.ts";
import { creditRouter } from "./credit.ts";
import { creditMemosRouter } from "./credit-memos.ts";
import { contactsRouter } from "./contacts.ts";
import { counterRouter } from "./counter.ts";
import { customersRouter } from "./customers.ts";
import { discountsRouter } from "./discounts.ts";
import { labelsRouter } from "./labels.ts";
import { decisionsRouter } from "./decisions.ts";
import { depositsRouter } from "./deposits.ts";
import { earmarksRouter } from "./earmarks.ts";
import { eventsRouter } from "./events.ts";
import { familiesRouter } from "./families.ts";
import { importsRouter } from "./imports.ts";
import { invoiceDraftsRouter } from "./invoice-drafts.ts";
import { invoicesRouter } from "./invoices.ts";
import { jobsRouter } from "./jobs.ts";
import { locationsRouter } from "./locations.ts";
import { mailsRouter } from "./mails.ts";
import { mailServerRouter } from "./mail-server.ts";
import { auditRouter } from "./audit.ts";
import { autopaysRouter } from "./autopays.ts";
import { onlinePaymentsRouter } from "./online-payments.ts";
import { onlineSettingsRouter } from "./online-settings.ts";
import { mailStopsRouter } from "./mail-stops.ts";
import { mailTextsRouter } from "./mail-texts.ts";
import { mergesRouter } from "./merges.ts";
import { recurringRouter } from "./recurring.ts";
import { reportsRouter } from "./reports.ts";
import { openingsRouter } from "./openings.ts";
import { openCreditRouter } from "./open-credit.ts";
import { ownSignInRouter } from "./own-sign-in.ts";
import { overridesRouter } from "./overrides.ts";
import { paymentsRouter } from "./payments.ts";
import { peopleRouter } from "./people.ts";
import { periodsRouter } from "./periods.ts";
import { productsRouter } from "./products.ts";
import { receiptsRouter } from "./receipts.ts";
import { retainageRouter } from "./retainage.ts";
import { sessionRouter } from "./session.ts";
import { securityRouter } from "./security.ts";
import { settingsRouter } from "./settings.ts";
import { signaturesRouter } from "./signatures.ts";
import { standingLinksRouter } from "./standing-links.ts";
import { statementRunsRouter } from "./statement-runs.ts";
import { statementsRouter } from "./statements.ts";
import { taxesRouter } from "./taxes.ts";
import { termsRouter } from "./terms.ts";
import { webhooksRouter } from "./webhooks.ts";

export const appRouter = router({
  adjustments: adjustmentsRouter,
  apiKeys: apiKeysRouter,
  applications: applicationsRouter,
  attachments: attachmentsRouter,
  audit: auditRouter,
  books: booksRouter,
  branding: brandingRouter,
  bounces: bouncesRouter,
  charging: chargingRouter,
  chart: chartRouter,
  commands: commandsRouter,
  collections: collectionsRouter,
  credit: creditRouter,
  creditMemos: creditMemosRouter,
  contacts: contactsRouter,
  counter: counterRouter,
  customers: customersRouter,
  discounts: discountsRouter,
  labels: labelsRouter,
  decisions: decisionsRouter,
  deposits: depositsRouter,
  earmarks: earmarksRouter,
  events: eventsRouter,
  families: familiesRouter,
  imports: importsRouter,
  invoiceDrafts: invoiceDraftsRouter,
  invoices: invoicesRouter,
  jobs: jobsRouter,
  locations: locationsRouter,
  mails: mailsRouter,
  mailServer: mailServerRouter,
  autopays: autopaysRouter,
  onlinePayments: onlinePaymentsRouter,
  onlineSettings: onlineSettingsRouter,
  mailStops: mailStopsRouter,
  mailTexts: mailTextsRouter,
  merges: mergesRouter,
  recurring: recurringRouter,
  reports: reportsRouter,
  openings: openingsRouter,
  openCredit: openCreditRouter,
  ownSignIn: ownSignInRouter,
  overrides: overridesRouter,
  payments: paymentsRouter,
  people: peopleRouter,
  periods: periodsRouter,
  products: productsRouter,
  receipts: receiptsRouter,
  retainage: retainageRouter,
  session: sessionRouter,
  security: securityRouter,
  settings: settingsRouter,
  signatures: signaturesRouter,
  standingLinks: standingLinksRouter,
  statementRuns: statementRunsRouter,
  statements: statementsRouter,
  taxes: taxesRouter,
  terms: termsRouter,
  webhooks: webhooksRouter,
});
export type AppRouter = typeof appRouter;
