// The credit customers to come.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

export default function CreditCustomersLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center">
        <Bone width="w-48" tall />
      </div>
      <div className="mb-3 h-9" />
      <TableBones rows={20} columns={["w-48", "w-24", "w-20", "w-20", "w-20", "w-20"]} />
    </Loading>
  );
}
