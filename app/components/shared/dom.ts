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
  const stay = new Set<Node>(wanted.filter((child): child is Node => typeof child !== "string" && child.parentNode === element));
  if (!stay.size) return element.replaceChildren(...wanted);
  for (const child of [...element.childNodes]) if (!stay.has(child)) child.remove();
  let at = element.firstChild;
  for (const child of wanted) {
    if (child === at) at = at.nextSibling;
    else element.insertBefore(typeof child === "string" ? document.createTextNode(child) : child, at);
  }
}
