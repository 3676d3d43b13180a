// Statements, aging, and the events of the books.
import { EventsAnswer } from "@/domain/business/told-event.ts";
import { ReversedAnswer } from "@/domain/invoices/invoice-answer.ts";
import {
  AgingReportAnswer,
  EventAnswer,
  NewStatementAnswer,
  QueuedAnswer,
  StatementAnswer,
  StatementsAnswer,
} from "@/domain/statements/statement-answer.ts";
import { drawStatement } from "../papers.ts";
import { fileRoute, route, type Noun } from "../route.ts";

const statement = "/statements/{statement_id}" as const;

export const statements: Noun = {
  name: "Statements",
  says: "What an account looked like on a day: numbered, frozen, and mailed.",
  routes: [
    route("statements.list", {
      method: "GET",
      path: "/statements",
      says: "List statements",
      answer: StatementsAnswer,
    }),
    route("statements.issue", {
      method: "POST",
      path: "/statements",
      says: "Issue a statement",
      creates: true,
      answer: NewStatementAnswer,
    }),
    route("statements.read", {
      method: "GET",
      path: statement,
      says: "Read a statement",
      answer: StatementAnswer,
    }),
    fileRoute("statements.read", {
      method: "GET",
      path: `${statement}/pdf`,
      says: "Fetch a statement as PDF",
      draw: drawStatement,
    }),
    route("statements.send", {
      method: "POST",
      path: `${statement}/send`,
      says: "Mail a statement",
      answer: QueuedAnswer,
    }),
  ],
};

export const reports: Noun = {
  name: "Aging",
  says: "What all accounts owe by how long it is due, on any day, as it was known at any instant.",
  routes: [
    route("reports.aging", {
      method: "GET",
      path: "/reports/aging",
      says: "Age all accounts",
      answer: AgingReportAnswer,
    }),
  ],
};

const event = "/events/{event_id}" as const;

export const events: Noun = {
  name: "Events",
  says: "Everything that is posted is an event, with its number, its journal, and its link in the account’s chain.",
  routes: [
    route("events.list", {
      method: "GET",
      path: "/events",
      says: "List events",
      more: "In the order in which they were recorded, each as a webhook tells it: accounts are added up from both alike. What is being written at that moment comes on a later page. A page that is filtered may hold few or none and yet not be the last; `next` says so. After the last page, ask again with the number of the last event that you have as `cursor`.",
      answer: EventsAnswer,
    }),
    route("events.read", { method: "GET", path: event, says: "Read an event", answer: EventAnswer }),
    route("events.reverse", {
      method: "POST",
      path: `${event}/reverse`,
      says: "Reverse an event",
      answer: ReversedAnswer,
    }),
  ],
};
