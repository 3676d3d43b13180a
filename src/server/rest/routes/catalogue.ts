// Products and jobs.
import { JobAnswer, JobsAnswer, NewJobAnswer } from "@/domain/jobs/job-answer.ts";
import { NewProductAnswer, ProductAnswer, ProductsAnswer } from "@/domain/products/product-answer.ts";
import { ChangedAnswer } from "@/domain/values/answer-shapes.ts";
import { route, type Noun } from "../route.ts";

const product = "/products/{product_id}" as const;

export const products: Noun = {
  name: "Products",
  says: "What the business sells.",
  routes: [
    route("products.list", {
      method: "GET",
      path: "/products",
      says: "List products",
      answer: ProductsAnswer,
    }),
    route("products.create", {
      method: "POST",
      path: "/products",
      says: "Add a product",
      creates: true,
      answer: NewProductAnswer,
    }),
    route("products.read", { method: "GET", path: product, says: "Read a product", answer: ProductAnswer }),
    route("products.edit", { method: "PUT", path: product, says: "Change a product", answer: ChangedAnswer }),
    route("products.archive", {
      method: "POST",
      path: `${product}/archive`,
      says: "Archive a product",
      answer: ChangedAnswer,
    }),
    route("products.unarchive", {
      method: "POST",
      path: `${product}/unarchive`,
      says: "Bring a product back from the archive",
      answer: ChangedAnswer,
    }),
  ],
};

const job = "/jobs/{job_id}" as const;

export const jobs: Noun = {
  name: "Jobs",
  says: "Work of a customer that is billed and collected by itself.",
  routes: [
    // Nobody's own jobs are a program's.
    route("jobs.list", {
      method: "GET",
      path: "/jobs",
      says: "List jobs",
      more: "`billable` says what of the retainage on each may be billed today, also where the rest is asked `as_of` another day.",
      hides: ["whose"],
      answer: JobsAnswer,
    }),
    route("jobs.create", {
      method: "POST",
      path: "/jobs",
      says: "Add a job",
      creates: true,
      answer: NewJobAnswer,
    }),
    route("jobs.read", { method: "GET", path: job, says: "Read a job", answer: JobAnswer }),
    route("jobs.edit", { method: "PUT", path: job, says: "Change a job", answer: ChangedAnswer }),
    route("jobs.archive", {
      method: "POST",
      path: `${job}/archive`,
      says: "Archive a job",
      answer: ChangedAnswer,
    }),
    route("jobs.unarchive", {
      method: "POST",
      path: `${job}/unarchive`,
      says: "Bring a job back from the archive",
      answer: ChangedAnswer,
    }),
  ],
};
