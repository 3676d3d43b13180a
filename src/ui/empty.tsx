// An empty state: what would be here, why it isn't, and the one step that changes that.
import type { ReactNode } from "react";

type Props = { title: string; children?: ReactNode; action?: ReactNode; icon?: ReactNode };

export function Empty({ title, children, action, icon }: Props) {
  return (
    <div className="grid justify-items-center gap-1 px-6 py-12 text-center">
      {icon ? (
        <div
          aria-hidden="true"
          className="mb-2 grid size-10 place-items-center rounded-full bg-hover text-soft [&_svg]:size-5"
        >
          {icon}
        </div>
      ) : null}
      <p className="text-16 font-medium">{title}</p>
      {children ? <div className="max-w-md text-soft">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}
