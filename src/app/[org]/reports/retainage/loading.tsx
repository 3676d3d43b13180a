// Aged retainage to come.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

export default function RetainageReportLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center">
        <Bone width="w-32" tall />
      </div>
      <TableBones rows={8} columns={["w-40", "w-40", "w-24", "w-24", "w-24"]} />
    </Loading>
  );
}
