// The frame of every screen inside the shell: its title, what it is about, and at most one primary action, top right.
import type { ReactNode } from "react";

type Props = { title: string; about?: ReactNode; actions?: ReactNode; children: ReactNode };

export function Screen({ title, about, actions, children }: Props) {
  return (
    <>
      <header className="mb-5 flex flex-wrap items-center gap-x-3 gap-y-2 touch:gap-y-3.5">
        <h1 className="min-w-0 text-20 font-semibold wrap-anywhere">{title}</h1>
        {about ? (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-soft touch:has-[a]:leading-11">
            {about}
          </div>
        ) : null}
        {actions ? (
          <div className="flex flex-wrap items-center gap-2 max-desk:w-full max-desk:[&>*]:flex-auto desk:ml-auto print:hidden">
            {actions}
          </div>
        ) : null}
      </header>
      {children}
    </>
  );
}
