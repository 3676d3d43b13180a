// The audit log to come.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

export default function AuditLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center">
        <Bone width="w-40" tall />
      </div>
      <TableBones rows={12} columns={["w-32", "w-32", "w-48", "w-40", "w-24"]} />
    </Loading>
  );
}
