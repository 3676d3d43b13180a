// For tests of the doors: what a person of the stand-in shop could send about its statements.
import { addDays, day } from "@/domain/values/day.ts";
import { key } from "./fixture-documents.ts";
import type { Shop } from "./shop.ts";

/** Never the same twice: the same choice is the same run. */
const newRun = ({ classId }: Shop) => ({
  ...key(),
  kind: "balance-forward",
  asOf: "2026-02-28",
  fromOn: addDays(day("2026-02-28"), -Math.floor(Math.random() * 9000)),
  deliver: "none",
  selection: { classId },
});

export const STATEMENT_INPUTS: Record<string, (shop: Shop) => unknown> = {
  "statementRuns.list": () => ({}),
  "statementRuns.read": ({ runId }) => ({ runId }),
  "statementRuns.entries": ({ runId }) => ({ runId }),
  "statementRuns.countEntries": ({ runId }) => ({ runId }),
  "statementRuns.start": newRun,
  "statementRuns.schedules": () => ({}),
  "statementRuns.startSchedule": ({ classId }) => ({
    ...key(),
    kind: "activity",
    deliver: "none",
    selection: { classId },
    on: "first",
    goes: "rehearsal",
  }),
  "statementRuns.endSchedule": ({ runScheduleId }) => ({ ...key(), scheduleId: runScheduleId }),
  "statementRuns.changeEntry": ({ runId, accountId }) => ({
    ...key(),
    runId,
    entryId: accountId,
    to: "left-out",
  }),
  "statementRuns.approve": ({ runId }) => ({ ...key(), runId }),
  "statementRuns.cancel": ({ runId }) => ({ ...key(), runId }),
  "statementRuns.retry": ({ runId }) => ({ ...key(), runId }),
  "collections.list": ({ customerId }) => ({ customerId, show: "all" }),
  "collections.count": ({ customerId }) => ({ customerId, show: "all" }),
  "collections.answerQuestion": ({ questionId }) => ({ ...key(), questionId }),
  "collections.read": ({ customerId }) => ({ customer: customerId, currency: "USD" }),
  "standingLinks.list": ({ customerId }) => ({ customer: customerId, currency: "USD" }),
  "standingLinks.make": ({ customerId }) => ({
    ...key(),
    customer: customerId,
    currency: "USD",
    forWhom: "Ann Lee",
  }),
  "standingLinks.withdraw": ({ standingLinkId }) => ({ ...key(), linkId: standingLinkId }),
  "bounces.list": () => ({}),
  "bounces.of": () => ({ addresses: ["back@greenleaf.example"] }),
  "bounces.clear": () => ({ ...key(), address: "back@greenleaf.example" }),
  "mailServer.read": () => ({}),
  "mailServer.change": () => ({
    ...key(),
    version: 0,
    host: "smtp.greenleaf.example",
    port: 587,
    security: "starttls",
    username: "books",
    password: "never told again",
    fromAddress: "books@greenleaf.example",
  }),
  "mailServer.remove": () => ({ ...key(), version: 1 }),
  "mailServer.test": () => key(),
  "statements.preview": ({ customerId }) => ({ customer: customerId, currency: "USD", asOf: "2026-02-28" }),
  "statements.previewPaper": ({ customerId }) => ({
    customer: customerId,
    currency: "USD",
    asOf: "2026-02-28",
  }),
  "statements.list": ({ customerId }) => ({ customerId }),
  "statements.count": ({ customerId }) => ({ customerId }),
  "statements.read": ({ statementId }) => ({ statementId }),
  "statements.issue": ({ customerId }) => ({
    ...key(),
    customer: customerId,
    currency: "USD",
    asOf: "2026-02-28",
  }),
  "statements.send": ({ statementId }) => ({ ...key(), statementId, recipient: "ap@greenleaf.example" }),
  "statements.share": ({ statementId }) => ({ ...key(), statementId }),
  "statements.withdraw": ({ statementId }) => ({ ...key(), statementId }),
};
