// The list of those who pay by autopay to come.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

export default function AutopayLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center">
        <Bone width="w-32" tall />
      </div>
      <TableBones rows={6} columns={["w-48", "w-24", "w-20", "w-32"]} />
    </Loading>
  );
}
