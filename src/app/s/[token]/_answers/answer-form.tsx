// A form behind a link: sent to us as a browser sends forms, with the key that makes it one answer however often it is sent.
import type { ReactNode } from "react";
import { Button } from "@/ui/button.tsx";
import { toAnswer } from "../_account/links.ts";

type Props = {
  token: string;
  /** Signed for this link when the page was drawn. */
  formKey: string;
  answer: "dispute" | "promise" | "question" | "seen";
  title: string;
  lead?: string;
  send: string;
  children: ReactNode;
};

export function AnswerForm({ token, formKey, answer, title, lead, send, children }: Props) {
  return (
    <section
      id={answer}
      aria-labelledby={`${answer}-title`}
      className="rounded-card border border-line bg-card px-4 py-4 print:hidden"
    >
      <h2 id={`${answer}-title`} className="font-semibold">
        {title}
      </h2>
      {lead ? <p className="mb-3 text-soft">{lead}</p> : null}
      <form
        method="post"
        action={toAnswer(token, answer)}
        encType="multipart/form-data"
        aria-labelledby={`${answer}-title`}
        className="mt-2 grid max-w-lg gap-3"
      >
        <input type="hidden" name="key" value={formKey} />
        {children}
        <div>
          <Button type="submit">{send}</Button>
        </div>
      </form>
    </section>
  );
}
