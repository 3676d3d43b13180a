// A statement preview to come.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

export default function PreviewLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center gap-3">
        <Bone width="w-64" tall />
      </div>
      <div className="mb-8 flex min-h-14 gap-3">
        <Bone width="w-36" tall />
        <Bone width="w-36" tall />
      </div>
      <TableBones rows={12} columns={["w-20", "w-48", "w-20", "w-20", "w-20"]} />
    </Loading>
  );
}
