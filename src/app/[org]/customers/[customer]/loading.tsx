// The account to come: figures, aging, unpaid invoices and history, each as tall as it will be.
import { Bone, Loading, TableBones } from "@/ui/skeleton.tsx";

const FIVE = ["balance", "credit", "net", "charge", "limit"];

export default function CustomerLoading() {
  return (
    <Loading>
      <div className="mb-5 flex min-h-9 items-center gap-3">
        <Bone width="w-64" tall />
      </div>
      <div className="grid grid-cols-2 rounded-card border border-line bg-card desk:grid-cols-5">
        {FIVE.map((figure) => (
          <div key={figure} className="px-4 py-3.5 first:col-span-2 desk:first:col-span-1">
            <Bone width="w-20" />
            <Bone width="w-28" tall />
            <Bone width="w-24" />
          </div>
        ))}
      </div>
      <div className="mt-16">
        <TableBones rows={1} columns={["w-16", "w-16", "w-16", "w-16", "w-16", "w-20", "w-20", "w-20"]} />
      </div>
      <div className="mt-12">
        <TableBones rows={8} columns={["w-20", "w-24", "w-16", "w-32", "w-20", "w-20", "w-20"]} />
      </div>
    </Loading>
  );
}
