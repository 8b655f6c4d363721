// Long lists come from Python once and then by their digest (app/held.py): what was sent before is taken from here.
import type { Component } from "./component";

const MOST = 32; // parts kept; Python remembers fewer, so that what it leaves out is here

/** What comes from Python: the page's data as JSON in UTF-8. */
export type Sent = Component<Uint8Array>;

interface Held {
  /** digest of each part by its name; the part itself is left out where it was sent before */
  held?: Record<string, string>;
  /** parts that come when they are asked for: empty lists until then */
  later?: string[];
}

/** Kept on the window: another component of the same page, or this one loaded anew, finds it too. */
function kept(): Map<string, unknown> {
  const place = globalThis as { govgraphHeld?: Map<string, unknown> };
  return (place.govgraphHeld ??= new Map());
}

/** The component with its data whole; null where a part is lost: it has been asked for, and another call will bring it. */
export function whole<Data extends Held>(component: Sent, lists = kept()): Component<Data> | null {
  const data = JSON.parse(new TextDecoder().decode(component.data)) as Data & Record<string, unknown>;
  const later: string[] = [];
  for (const [name, digest] of Object.entries(data.held ?? {})) {
    // what is there already stays the same thing: who compares it sees that nothing changed
    let value: unknown = lists.has(digest) ? lists.get(digest) : data[name];
    if (value === undefined) {
      if (!data.later?.includes(name)) {
        component.setTriggerValue("resend", digest);
        return null;
      }
      later.push(name);
      value = [];
    } else {
      lists.delete(digest);
      lists.set(digest, value);
    }
    (data as Record<string, unknown>)[name] = value;
  }
  data.later = later;
  for (const digest of [...lists.keys()].slice(0, Math.max(0, lists.size - MOST))) lists.delete(digest);
  return { ...component, data };
}

/** What asks Python for the parts that come later; null where all of them are there. */
export function wanting<Data extends Held>(component: Component<Data>): (() => void) | null {
  const names = component.data.later ?? [];
  return names.length ? () => component.setTriggerValue("later", names) : null;
}

/** What Streamlit calls with each answer: the view is made at the first one that is whole, and updated at each. */
export function mounted<Data extends Held>(
  make: (component: Component<Data>) => { update(component: Component<Data>): void; destroy?(): void },
): (component: Sent) => () => void {
  const drawn = new WeakMap<HTMLElement | ShadowRoot, ReturnType<typeof make>>();
  return (component) => {
    const full = whole<Data>(component);
    const place = component.parentElement;
    if (full) {
      const view = drawn.get(place) ?? make(full);
      drawn.set(place, view);
      view.update(full);
    }
    // Streamlit ends a call that a later one has overtaken, too: then the view stands in its place still, and stays
    return () => setTimeout(() => {
      if (place.isConnected) return;
      drawn.get(place)?.destroy?.();
      drawn.delete(place);
    });
  };
}
