// Keys that work wherever the page has the focus, not only inside the component; fields keep their own.

const FIELDS = new Set(["INPUT", "TEXTAREA", "SELECT"]);

/** Is somebody typing? Then letters and arrows belong to the field. */
export function typing(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (FIELDS.has(target.tagName) || target.isContentEditable);
}

/** Call `act` for each key pressed on the page while nobody types; ends by itself when the element is gone. */
export function onPageKey(element: HTMLElement, act: (event: KeyboardEvent) => void): void {
  const listen = (event: KeyboardEvent): void => {
    if (!element.isConnected) {
      document.removeEventListener("keydown", listen);
      return;
    }
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event)) return;
    act(event);
  };
  document.addEventListener("keydown", listen);
}
