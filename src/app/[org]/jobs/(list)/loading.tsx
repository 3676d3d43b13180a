// The list of products to come.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

export default function ProductsLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center">
        <Bone width="w-40" tall />
      </div>
      <div className="mb-3 h-9" />
      <TableBones rows={20} columns={["w-48", "w-24", "w-24", "w-12", "w-16", "w-16"]} />
    </Loading>
  );
}
