// Who may charge to an account: its rule, its people with their pictures, and its blanket purchase orders.
import { PhotoAnswer, RemovedPhotoAnswer } from "@/domain/business/attachment-answer.ts";
import {
  BuyerAnswer,
  ChargingAnswer,
  OrderAnswer,
  RuleAnswer,
} from "@/domain/credit/who-may-charge-answer.ts";
import { handOutFile } from "../papers.ts";
import { fileRoute, route, type Noun } from "../route.ts";

const account = "/accounts/{account_id}" as const;
const buyer = "/buyers/{buyer_id}" as const;

export const charging: Noun = {
  name: "Who may charge",
  says: "The people who may charge to an account, and the purchase orders that it takes. Asked by the counter and by credit decisions alike.",
  routes: [
    route("charging.read", {
      method: "GET",
      path: `${account}/charging`,
      says: "Read who may charge to an account",
      answer: ChargingAnswer,
    }),
    route("charging.setRule", {
      method: "PUT",
      path: `${account}/charging`,
      says: "Say who may charge to an account, or on one of its jobs",
      answer: RuleAnswer,
    }),
    route("charging.addBuyer", {
      method: "POST",
      path: `${account}/buyers`,
      says: "Add somebody who may charge",
      creates: true,
      answer: BuyerAnswer,
    }),
    route("charging.removeBuyer", {
      method: "DELETE",
      path: buyer,
      says: "Remove somebody who may charge",
      answer: BuyerAnswer,
    }),
    fileRoute("charging.photo", {
      method: "GET",
      path: `${buyer}/photo`,
      says: "Fetch their picture",
      files: ["image/png", "image/jpeg"],
      draw: handOutFile,
    }),
    route("charging.setPhoto", {
      method: "PUT",
      path: `${buyer}/photo`,
      says: "Give them a picture",
      more: "It takes the place of the one that was there.",
      answer: PhotoAnswer,
    }),
    route("charging.removePhoto", {
      method: "DELETE",
      path: `${buyer}/photo`,
      says: "Take their picture away",
      answer: RemovedPhotoAnswer,
    }),
    route("charging.addOrder", {
      method: "POST",
      path: `${account}/purchase-orders`,
      says: "Add a blanket purchase order",
      creates: true,
      answer: OrderAnswer,
    }),
    route("charging.closeOrder", {
      method: "POST",
      path: "/purchase-orders/{order_id}/close",
      says: "Close a purchase order",
      answer: OrderAnswer,
    }),
  ],
};
