"use client";
// One box that finds while one types, with what it found below it: arrows choose, Enter takes, Escape gives up. Downshift
// ties the box and its list together; what Enter means here (a scanner is faster than any list) is ours.
import { useCombobox } from "downshift";
import {
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from "react";
import { Field } from "./field.tsx";
import { useLookup } from "./use-lookup.ts";

type Props<Row> = {
  ref?: Ref<HTMLInputElement | null>;
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

const PANEL =
  "absolute inset-x-0 top-full z-30 mt-1 max-h-96 overflow-y-auto rounded-card border border-line bg-raised p-1 shadow-raised";
const OPTION =
  "flex min-h-9 cursor-default items-baseline gap-3 rounded-control px-2.5 py-1.5 hover:bg-hover aria-selected:bg-accent-wash touch:min-h-11";
const AGAIN = "Enter tries again.";
const { InputKeyDownArrowDown, InputKeyDownArrowUp } = useCombobox.stateChangeTypes;
const ARROWS = new Set<string>([InputKeyDownArrowDown, InputKeyDownArrowUp]);

export function Finder<Row>(props: Props<Row>) {
  const { ref, label, name, placeholder, hint, error, listLabel, takesFocus = false } = props;
  const field = { label, name, placeholder, hint, error };
  const { rowKey, children, nothing, otherwise } = props;
  const { box, typed, attach } = useBox();
  const { text, found, failed, isOpen, combobox, option, type, pressed, close } = useFinder(props);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => box, [box]);
  useEffect(() => {
    if (takesFocus && !isSomebodyTyping()) box?.focus();
    if (typed !== "") type(typed);
  }, [box, typed, type, takesFocus]);
  const word = text.trim();

  return (
    <div className="relative">
      <Field
        {...field}
        spellCheck={false}
        {...combobox.getInputProps<object>({
          ref: attach,
          "aria-labelledby": undefined,
          onChange: (event) => type(event.currentTarget.value),
          onKeyDown: pressed,
          onBlur: (event) => {
            leaveToUs(event);
            close();
          },
        })}
      />
      <div className={found || failed ? PANEL : "hidden"}>
        <ul {...combobox.getMenuProps({ "aria-label": listLabel })} className={isOpen ? "" : "hidden"}>
          {found?.map((row, index) => (
            <li key={rowKey(row)} {...option(row, index)} className={OPTION}>
              {children(row)}
            </li>
          ))}
          {found && otherwise ? (
            <li {...option(null, found.length)} className={OPTION}>
              <span className="font-medium text-accent">{otherwise.label(word)}</span>
            </li>
          ) : null}
        </ul>
        {found?.length === 0 ? <p className="px-2.5 py-2 text-soft">{nothing(word)}</p> : null}
        {failed ? (
          <p className="px-2.5 py-2 text-late">
            {failed} {AGAIN}
          </p>
        ) : null}
      </div>
      <p role="status" className="sr-only">
        {failed ? `${failed} ${AGAIN}` : null}
        {found ? heard(found.length, nothing(word)) : null}
      </p>
    </div>
  );
}

/** Each is asked once, when the script comes: Downshift hands us the box anew with each render. */
const asked = new WeakSet<HTMLInputElement>();

/** `typed`: before this script had come. It counts, too, and is gone from the box with the next render. */
function useBox() {
  const [box, setBox] = useState<HTMLInputElement | null>(null);
  const [typed, setTyped] = useState("");
  const attach = useCallback((input: HTMLInputElement | null) => {
    setBox(input);
    if (!input || asked.has(input)) return;
    asked.add(input);
    setTyped(input.value);
  }, []);
  return { box, typed, attach };
}

/** Whoever was quicker than this script is in a box of their choice and stays there. */
const isSomebodyTyping = () => document.activeElement?.matches("input, textarea, select") ?? false;

/** What somebody who doesn't see the list is told of it. */
function heard(count: number, nothing: string): string {
  if (count === 0) return nothing;
  return `${count === 1 ? "One" : count} found. The arrow keys choose, Enter takes.`;
}

/** Downshift leaves alone what is marked so. */
function leaveToUs(event: { nativeEvent: Event & { preventDownshiftDefault?: boolean } }): void {
  event.nativeEvent.preventDownshiftDefault = true;
}

/** The last of the list is null: what can be done instead. */
function useFinder<Row>(props: Props<Row>) {
  const { find, otherwise, isSure = () => true, onTake, onArrowUp } = props;
  const [text, setText] = useState("");
  const { found, failed, at, setAt, search, settle, close } = useLookup(find);
  const items: (Row | null)[] = [...(found ?? []), ...(found && otherwise ? [null] : [])];
  const isOpen = items.length > 0;
  const id = useId();
  const combobox = useCombobox<Row | null>({
    id,
    inputId: `${id}-box`,
    items,
    isOpen,
    inputValue: text,
    highlightedIndex: isOpen ? at : -1,
    selectedItem: null,
    itemToString: () => "",
    // Only the arrows move the choice: a mouse that rests where the list opens must not take another for a scanner.
    onStateChange({ type, highlightedIndex }) {
      if (ARROWS.has(type) && highlightedIndex !== undefined) setAt(highlightedIndex);
    },
  });

  const type = useCallback(
    (typed: string) => {
      setText(typed);
      search(typed);
    },
    [search],
  );
  function choose(index: number) {
    const row = items[index];
    if (row === undefined) return;
    close();
    setText("");
    if (row === null) otherwise?.run(text);
    else onTake(row, text);
  }
  const option = (item: Row | null, index: number) =>
    combobox.getItemProps({
      item,
      index,
      onClick: (event) => {
        leaveToUs(event);
        choose(index);
      },
    });
  async function entered() {
    const onScreen = found;
    const rows = await settle(text);
    if (!rows) return;
    if (onScreen === rows) return choose(at);
    const [first] = rows;
    if (first === undefined || !isSure(rows)) return;
    close();
    setText("");
    onTake(first, text);
  }
  function pressed(event: KeyboardEvent<HTMLInputElement>) {
    const { key } = event;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.nativeEvent.isComposing;
    const isArrow = key === "ArrowDown" || key === "ArrowUp";
    if (isPlain && isArrow && isOpen) return;
    leaveToUs(event);
    if (!isPlain) return;
    if (key === "Enter" && text.trim() !== "") void entered();
    else if (key === "ArrowUp" && onArrowUp && text === "") onArrowUp();
    else if (key === "Escape" && (found || failed)) close();
    else return;
    event.preventDefault();
  }
  return { text, found, failed, isOpen, combobox, option, type, pressed, close };
}
