// What Streamlit hands a component (st.components.v2) and what ours make of it.

export interface Component<Data> {
  data: Data;
  parentElement: HTMLElement | ShadowRoot;
  setStateValue(name: string, value: unknown): void;
  setTriggerValue(name: string, value: unknown): void;
}

/** Captions by key, in the user's language; a key without a caption shows itself, so that a gap is seen in tests. */
export type Words = Record<string, string>;

export interface KindStyle {
  caption: string;
  light: string;
  dark: string;
  shape: string;
}

/** Is the page's ground dark? Read from Streamlit's own theme variable. */
export function isDark(element: Element): boolean {
  const ground = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(ground);
  if (!match) return false;
  const [red, green, blue] = match.slice(1).map((part) => parseInt(part, 16)) as [number, number, number];
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}

/** Put the colours of the kinds on an element as `--kind-Body` and so on. */
export function colourKinds(element: HTMLElement, kinds: Record<string, KindStyle>): void {
  const dark = isDark(element);
  element.classList.toggle("dark", dark);
  for (const [kind, style] of Object.entries(kinds)) {
    element.style.setProperty(`--kind-${kind}`, dark ? style.dark : style.light);
  }
}
