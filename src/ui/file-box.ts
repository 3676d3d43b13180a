// How a box for files looks: apart from the other buttons, since few pages have one.

/** A box for files, drawn with a button as everywhere. */
export const FILE_BOX =
  "max-w-full text-14 text-soft file:mr-3 file:min-h-9 file:cursor-pointer file:rounded-control file:border " +
  "file:border-solid file:border-edge file:bg-card file:px-3 file:text-14 file:font-medium file:text-ink " +
  "hover:file:bg-hover touch:file:min-h-11";
