// The list of runs to come.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

export default function RunsLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center">
        <Bone width="w-40" tall />
      </div>
      <TableBones rows={6} columns={["w-32", "w-24", "w-24", "w-20", "w-24", "w-24"]} />
    </Loading>
  );
}
