// Elements are made with textContent only: nothing that comes from a document is ever read as markup.

export type Child = Node | string | null | undefined | false;

export function h(tag: string, attributes: Record<string, string | boolean | undefined> = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children) {
    if (child) element.append(child);
  }
  return element;
}

export function button(label: string, attributes: Record<string, string | boolean | undefined>, act: () => void): HTMLElement {
  const element = h("button", { type: "button", ...attributes }, label);
  element.addEventListener("click", act);
  return element;
}

/** Replace what an element holds. What is in it before and after stays where it is: a field that is typed in keeps the focus. */
export function fill(element: Element, ...children: Child[]): void {
  const wanted = children.filter((child): child is Node | string => Boolean(child));
  const nodes = wanted.map((child) => (typeof child === "string" ? document.createTextNode(child) : child));
  if (!nodes.some((node) => node.parentNode === element)) return element.replaceChildren(...nodes);
  const stay = new Set<Node>(nodes);
  let at = element.firstChild;
  for (const node of nodes) {
    while (at && !stay.has(at)) at = at.nextSibling;
    if (node === at) at = at.nextSibling;
    else element.insertBefore(node, at);
  }
  // at last: a field that goes may tell what was typed in it, and that may fill this element anew
  for (const child of [...element.childNodes]) if (!stay.has(child)) child.remove();
}
