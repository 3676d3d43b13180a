// The list of deposits to come.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

export default function DepositsLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center">
        <Bone width="w-40" tall />
      </div>
      <TableBones rows={20} columns={["w-20", "w-24", "w-16", "w-48", "w-24", "w-20"]} />
    </Loading>
  );
}
