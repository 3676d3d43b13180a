"use client";
// One box that finds while one types, with what it found below it: arrows choose, Enter takes, Escape gives up.
import {
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from "react";
import { present } from "@/domain/assert.ts";
import { Field } from "./field.tsx";
import { useLookup } from "./use-lookup.ts";

type Props<Row> = {
  ref?: Ref<HTMLInputElement>;
  takesFocus?: boolean;
  label: ReactNode;
  name: string;
  placeholder: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** What the list below is, for those who hear it. */
  listLabel: string;
  find: (search: string) => Promise<readonly Row[]>;
  rowKey: (row: Row) => string;
  children: (row: Row) => ReactNode;
  /** `text` is what stood in the box, which is empty afterwards. */
  onTake: (row: Row, text: string) => void;
  nothing: (text: string) => string;
  /** What can be done instead of taking one: stands last in the list. */
  otherwise?: { label: (text: string) => string; run: (text: string) => void } | undefined;
  /** Enter takes the first without a look at the list only where this says so; the arrows always do. */
  isSure?: (rows: readonly Row[]) => boolean;
  onArrowUp?: () => void;
};

const LIST =
  "absolute inset-x-0 top-full z-30 mt-1 max-h-96 overflow-y-auto rounded-card border border-line bg-raised p-1 shadow-raised";
const OPTION =
  "flex min-h-9 cursor-default items-baseline gap-3 rounded-control px-2.5 py-1.5 hover:bg-hover aria-selected:bg-accent-wash touch:min-h-11";

export function Finder<Row>(props: Props<Row>) {
  const { ref, label, name, placeholder, hint, error, listLabel, takesFocus = false } = props;
  const { find, rowKey, children, nothing, otherwise, isSure = () => true, onTake, onArrowUp } = props;
  const list = useId();
  const [text, setText] = useState("");
  const { found, at, setAt, search, settle, close } = useLookup(find);
  const box = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => present(box.current, "the box is drawn"));
  useEffect(() => {
    // What was typed before this script had come counts, too.
    const typed = box.current?.value ?? "";
    if (takesFocus) box.current?.focus();
    if (typed === "") return;
    setText(typed);
    search(typed);
  }, [search, takesFocus]);
  const count = (found?.length ?? 0) + (otherwise ? 1 : 0);

  function take(row: Row) {
    close();
    setText("");
    onTake(row, text);
  }
  function instead() {
    close();
    setText("");
    otherwise?.run(text);
  }
  async function entered() {
    const onScreen = found;
    const rows = await settle(text);
    if (!rows) return;
    const row = rows[onScreen === rows ? at : 0];
    if (row && (onScreen === rows || isSure(rows))) take(row);
    else if (onScreen === rows && at === rows.length && otherwise) instead();
  }
  function pressed(event: KeyboardEvent<HTMLInputElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === "Enter" && text.trim() !== "") void entered();
    else if (key === "ArrowDown" && found) setAt((at + 1) % Math.max(1, count));
    else if (key === "ArrowUp" && found) setAt((at - 1 + count) % Math.max(1, count));
    else if (key === "ArrowUp" && onArrowUp && text === "") onArrowUp();
    else if (key === "Escape" && found) close();
    else return;
    event.preventDefault();
  }

  return (
    <div className="relative">
      <Field
        ref={box}
        label={label}
        name={name}
        hint={hint}
        error={error}
        role="combobox"
        aria-expanded={found !== null}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={found && at < count ? `${list}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          search(event.target.value);
        }}
        onKeyDown={pressed}
        onBlur={() => close()}
      />
      <div id={list} role="listbox" aria-label={listLabel} className={found ? LIST : "hidden"}>
        {found?.map((row, index) => (
          <Option key={rowKey(row)} id={`${list}-${index}`} isAt={index === at} onTake={() => take(row)}>
            {children(row)}
          </Option>
        ))}
        {found?.length === 0 ? (
          <p role="presentation" className="px-2.5 py-2 text-soft">
            {nothing(text.trim())}
          </p>
        ) : null}
        {found && otherwise ? (
          <Option id={`${list}-${found.length}`} isAt={at === found.length} onTake={instead}>
            <span className="font-medium text-accent">{otherwise.label(text.trim())}</span>
          </Option>
        ) : null}
        {found?.length === 0 && !otherwise ? (
          <Option id={`${list}-0`} isAt={false} onTake={close} isEmpty />
        ) : null}
      </div>
    </div>
  );
}

type OptionProps = { id: string; isAt: boolean; onTake: () => void; isEmpty?: boolean; children?: ReactNode };

function Option({ id, isAt, onTake, isEmpty = false, children }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isAt}
      aria-disabled={isEmpty || undefined}
      tabIndex={-1}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onTake}
      className={isEmpty ? "sr-only" : OPTION}
    >
      {isEmpty ? "Nothing found" : children}
    </div>
  );
}
