// A product to come.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

export default function ProductLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center">
        <Bone width="w-48" tall />
      </div>
      <TableBones rows={9} columns={["w-48", "w-48"]} />
    </Loading>
  );
}
