// An issued statement to come: its mails and links, and the paper itself.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

export default function IssuedLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center gap-3">
        <Bone width="w-64" tall />
      </div>
      <TableBones rows={2} columns={["w-48", "w-32", "w-20"]} />
      <div className="mt-7">
        <TableBones rows={10} columns={["w-20", "w-48", "w-20", "w-20", "w-20"]} />
      </div>
    </Loading>
  );
}
