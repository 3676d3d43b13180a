// Files on a draft: they are its invoice's when it is issued, and none is added afterwards.
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { inputOf } from "@/domain/input-of.ts";
import { DraftInput } from "@/domain/invoices/draft-input.ts";
import {
  attachFile,
  listAttachments,
  readAttachmentSubject,
  removeAttachment,
} from "../business/attachments.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { MAY, draftOf, item } from "../testing/drafts.ts";
import { startDraft } from "./drafts.ts";
import { issueDraft } from "./issue-draft.ts";

afterAll(closePool);

test("what was attached to the draft is the invoice's; a draft that was issued takes no file any more", async () => {
  const business = await freshBusiness({ startOn: "2026-01-01" });
  const { customerId } = await business.customer("Greenleaf").write();
  const draft = draftOf({ customerId, lines: [item("2", "50")] });
  const { draftId, version } = await business.change((books) =>
    startDraft(books, inputOf(DraftInput, draft)),
  );
  const attach = (name: string) => {
    const content = new TextEncoder().encode(`%PDF-1.7 ${name}`);
    return business.change((books) => attachFile(books, { kind: "draft", id: draftId, name, content }));
  };
  const plan = await attach("plan.pdf");
  const old = await attach("old.pdf");
  await business.change((books) => removeAttachment(books, old.attachmentId));
  expect(await business.read((books) => readAttachmentSubject(books, plan.attachmentId))).toEqual({
    kind: "draft",
    id: draftId,
  });
  const { invoiceId } = await business.change((books) =>
    issueDraft(books, { draftId, version, seen: { taxes: [] } }, MAY),
  );
  const files = await business.read((books) => listAttachments(books, { kind: "invoice", id: invoiceId }));
  expect(files).toMatchObject([
    { name: "plan.pdf", attachedBy: plan.attachedBy, attachedAt: plan.attachedAt },
  ]);
  await expect(attach("late.pdf")).rejects.toMatchObject({ code: "not-found" });
});
