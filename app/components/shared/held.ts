// Long lists come from Python once and then by their digest (app/held.py): what was sent before is taken from here.
import type { Component } from "./component";

const MOST = 24; // lists kept; Python remembers fewer, so that what it leaves out is here

interface Held {
  /** digest of each part by its name; the part itself is JSON, null where it was sent before */
  held?: Record<string, string>;
}

/** Kept on the window: another component of the same page, or this one loaded anew, finds it too. */
function kept(): Map<string, unknown> {
  const place = globalThis as { govgraphHeld?: Map<string, unknown> };
  return (place.govgraphHeld ??= new Map());
}

/** The component with its data whole; null where a part is lost: it has been asked for, and another call will bring it. */
export function whole<Data extends Held>(component: Component<Data>, lists = kept()): Component<Data> | null {
  const data = { ...component.data } as Data & Record<string, unknown>;
  for (const [name, digest] of Object.entries(component.data.held ?? {})) {
    const text: unknown = data[name];
    if (!lists.has(digest) && typeof text !== "string") {
      component.setTriggerValue("resend", digest);
      return null;
    }
    // what is there already stays the same thing: who compares it sees that nothing changed
    const value: unknown = lists.has(digest) ? lists.get(digest) : JSON.parse(text as string);
    lists.delete(digest);
    lists.set(digest, value);
    (data as Record<string, unknown>)[name] = value;
  }
  for (const digest of [...lists.keys()].slice(0, Math.max(0, lists.size - MOST))) lists.delete(digest);
  return { ...component, data };
}
