// The account to come: figures, aging, unpaid invoices and history, each as tall as it will be.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

const TABLE = ["w-20", "w-24", "w-16", "w-32", "w-20", "w-20", "w-20"];
const FIVE = ["balance", "credit", "net", "charge", "limit"];

export default function CustomerLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center gap-3">
        <Bone width="w-64" tall />
      </div>
      <div className="mb-5 h-9 border-b border-line touch:h-11" />
      <div className="rounded-card border border-line bg-card">
        <div className="grid grid-cols-2 desk:grid-cols-5">
          {FIVE.map((figure) => (
            <div key={figure} className="px-4 pt-3.5 pb-6 first:col-span-2 desk:first:col-span-1">
              <Bone width="w-20" />
              <Bone width="w-28" tall />
              <Bone width="w-24" />
            </div>
          ))}
        </div>
        <div className="border-t border-line px-4 py-3">
          <Bone width="w-2/3" />
        </div>
      </div>
      <div className="mt-15 h-23 rounded-card border border-line bg-card px-4 py-3">
        <Bone width="w-full" />
        <Bone width="w-full" />
      </div>
      <div className="mt-15">
        <TableBones rows={3} columns={TABLE} />
      </div>
      <div className="mt-15">
        <TableBones rows={8} columns={TABLE} />
      </div>
    </Loading>
  );
}
