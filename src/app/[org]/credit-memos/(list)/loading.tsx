// The list of credit memos to come.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

export default function CreditMemosLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center">
        <Bone width="w-40" tall />
      </div>
      <TableBones rows={20} columns={["w-24", "w-24", "w-48", "w-24", "w-24", "w-20"]} />
    </Loading>
  );
}
