// How a job stands, in a word. Only what has stopped has a colour.
import { JOB_STATUS_WORDS, type JobStatus } from "@/domain/jobs/job-status.ts";
import { Tag, type TagTone } from "@/ui/tag.tsx";

const TONES: Record<JobStatus, TagTone> = {
  open: "neutral",
  "on-hold": "held",
  complete: "good",
  closed: "neutral",
};

export function JobStatusTag({ status }: { status: JobStatus }) {
  const tone = TONES[status];
  const words = JOB_STATUS_WORDS[status];
  return tone === "neutral" ? <span className="text-soft">{words}</span> : <Tag tone={tone}>{words}</Tag>;
}
