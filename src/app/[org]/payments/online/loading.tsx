// The list of online payments to come.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

export default function OnlineLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center">
        <Bone width="w-48" tall />
      </div>
      <TableBones rows={10} columns={["w-48", "w-24", "w-20", "w-24", "w-24"]} />
    </Loading>
  );
}
