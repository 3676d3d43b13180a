// A run to come.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

export default function RunLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center">
        <Bone width="w-64" tall />
      </div>
      <TableBones rows={10} columns={["w-48", "w-40", "w-24", "w-24"]} />
    </Loading>
  );
}
