// For tests of the doors: what a person of the stand-in shop could send about its jobs.
import { blankLine } from "@/domain/invoices/draft.ts";
import { job, key } from "./fixture-documents.ts";
import type { Shop } from "./shop.ts";

export const JOB_INPUTS: Record<string, (shop: Shop) => unknown> = {
  "jobs.list": ({ customerId, people }) => ({
    search: "patio",
    customerId,
    managerId: people["project-manager"].id,
    sort: "open",
  }),
  "jobs.count": ({ customerId, people }) => ({
    show: "all",
    customerId,
    managerId: people["project-manager"].id,
  }),
  "jobs.managers": () => ({}),
  "jobs.read": ({ jobId }) => ({ jobId }),
  "jobs.choices": () => ({}),
  "jobs.create": (shop) => ({ ...key(), ...job(shop), taxId: shop.rateId }),
  "jobs.edit": (shop) => {
    const { customerId: _customerId, ...facts } = job(shop);
    return { ...key(), jobId: shop.jobId, version: shop.version, ...facts, taxId: shop.rateId };
  },
  "jobs.archive": ({ jobId }) => ({ ...key(), jobId }),
  "jobs.unarchive": ({ jobId }) => ({ ...key(), jobId }),
  "retainage.holders": () => ({}),
  "retainage.held": ({ customerId: customer, jobId }) => ({ customer, jobId, currency: "USD" }),
  "retainage.trace": ({ retainedId: invoiceId }) => ({ invoiceId }),
  "retainage.billableJobs": () => ({}),
  "retainage.billableOfJob": ({ jobId }) => ({ jobId }),
  "retainage.billableOfAccount": ({ accountId }) => ({ accountId }),
  "retainage.setConditions": ({ retainedId: invoiceId }) => ({
    ...key(),
    lines: [{ invoiceId, invoiceLine: 1 }],
    conditions: [{ kind: "waiver" }],
    expectedOn: "2026-12-01",
  }),
  "retainage.meetCondition": ({ retainedId: invoiceId }) => ({
    ...key(),
    lines: [{ invoiceId, invoiceLine: 1 }],
    condition: { kind: "waiver" },
    metOn: "2026-03-06",
  }),
  "retainage.release": ({
    accountId,
    productId,
    rateId: taxRateId,
    taxes,
    lineTaxes,
    retainedId: invoiceId,
  }) => ({
    ...key(),
    accountId,
    releasedOn: "2026-03-06",
    released: [{ invoiceId, invoiceLine: 1, amountCents: 1_00 }],
    own: {
      lines: [{ ...blankLine("item"), productId, description: "Topsoil", unitPrice: "42.00", taxRateId }],
      chartCode: "",
      locale: "en-US",
      seen: { taxes, lineTaxes },
    },
  }),
};
