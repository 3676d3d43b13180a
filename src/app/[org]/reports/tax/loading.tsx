// The tax report to come.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

export default function TaxLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center">
        <Bone width="w-40" tall />
      </div>
      <TableBones rows={4} columns={["w-16", "w-48", "w-24", "w-24"]} />
    </Loading>
  );
}
