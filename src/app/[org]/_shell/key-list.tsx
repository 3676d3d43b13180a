// The keys that there are, by what they do, and the switch for single ones.
import { CheckField } from "@/ui/check-field.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { COUNTER_KEYS } from "./counter-shortcuts.ts";
import { switchKeys, switchedOff, type Goal } from "./key-switch.ts";

type Props = { sections: readonly Goal[]; open: boolean; onClose: () => void };

export function KeyList({ sections, open, onClose }: Props) {
  return (
    <Dialog title="Keyboard" open={open} onClose={onClose}>
      <dl className="grid grid-cols-[1fr_auto] gap-y-2">
        <KeyRow does="Find a customer or a number" keys={["/"]} />
        {sections.map((section) => (
          <KeyRow key={section.href} does={`Go to ${section.label}`} keys={["g", section.letter]} />
        ))}
        <KeyRow does="Make something new" keys={["n"]} />
        <KeyRow does="Show this list" keys={["?"]} />
      </dl>
      <h3 className="mt-4 mb-2 border-t border-line pt-3 text-13 font-semibold">At the counter</h3>
      <dl className="grid grid-cols-[1fr_auto] gap-y-2">
        {Object.values(COUNTER_KEYS).map(({ does, keys }) => (
          <KeyRow key={does} does={does} keys={keys} />
        ))}
      </dl>
      <div className="mt-4 border-t border-line pt-2">
        <CheckField
          label="Use single keys. Ctrl K always finds."
          defaultChecked={!switchedOff()}
          onChange={(event) => switchKeys(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}

function KeyRow({ does, keys }: { does: string; keys: readonly string[] }) {
  return (
    <>
      <dt>{does}</dt>
      <dd className="flex justify-end gap-1">
        {keys.map((key) => (
          <kbd
            key={key}
            className="min-w-6 rounded-bar border border-line bg-hover px-1.5 text-center font-sans text-12"
          >
            {key}
          </kbd>
        ))}
      </dd>
    </>
  );
}
