// Asked for before anything is sent, so that a job that isn't here answers 404.
import { readJob } from "./read-job.ts";

export default async function JobFrame({ children, params }: LayoutProps<"/[org]/jobs/[job]">) {
  const { org, job } = await params;
  await readJob(org, job);
  return children;
}
