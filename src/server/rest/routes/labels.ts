// Labels of a business's own, and who has them.
import {
  LabelArchivedAnswer,
  LabelledAnswer,
  LabelsAnswer,
  LabelsOfAnswer,
  LabelsSetAnswer,
  NewLabelAnswer,
} from "@/domain/customers/label-answer.ts";
import { ChangedAnswer } from "@/domain/values/answer-shapes.ts";
import { route, type Noun } from "../route.ts";

const label = "/labels/{id}" as const;
const ofCustomer = "/customers/{customer_id}/labels" as const;

export const labels: Noun = {
  name: "Labels",
  says: "What the business calls groups of its customers, to list them by (`label` of the list of customers) and to choose whom a run of statements is for.",
  routes: [
    route("labels.read", { method: "GET", path: "/labels", says: "List labels", answer: LabelsAnswer }),
    route("labels.add", {
      method: "POST",
      path: "/labels",
      says: "Add a label",
      creates: true,
      answer: NewLabelAnswer,
    }),
    route("labels.rename", { method: "PUT", path: label, says: "Rename a label", answer: ChangedAnswer }),
    route("labels.putAway", {
      method: "POST",
      path: `${label}/archive`,
      says: "Archive a label",
      more: "Who has it keeps it, for when it is brought back.",
      fixed: { away: true },
      answer: LabelArchivedAnswer,
    }),
    route("labels.putAway", {
      method: "POST",
      path: `${label}/unarchive`,
      says: "Bring a label back from the archive",
      fixed: { away: false },
      answer: LabelArchivedAnswer,
    }),
    route("labels.ofCustomer", {
      method: "GET",
      path: ofCustomer,
      says: "Read the labels of a customer",
      answer: LabelsOfAnswer,
    }),
    route("labels.setForCustomer", {
      method: "PUT",
      path: ofCustomer,
      says: "Change the labels of a customer",
      more: "`seen_ids` are those that you read, `label_ids` those that are to be; what was put on or taken off meanwhile stays so.",
      answer: LabelsSetAnswer,
    }),
    route("labels.putOn", {
      method: "POST",
      path: "/labels/{label_id}/customers",
      says: "Put a label on many customers, or take it off them",
      answer: LabelledAnswer,
    }),
  ],
};
