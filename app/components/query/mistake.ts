// What is wrong with a statement, inside the editor: the words lit at their column, what is said right under their line.
import { StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";
import { h } from "../shared/dom";
import type { Mistake } from "./model";
import { span } from "./pointer";

const FAR = 90; // a mark below a line that may be wrapped would point at nothing

const put = StateEffect.define<Mistake | null>();

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, change) {
    for (const effect of change.effects) if (effect.is(put)) return effect.value ? drawn(change.state, effect.value) : Decoration.none;
    return change.docChanged ? Decoration.none : shown; // another text: what was said is about none of it
  },
  provide: (own) => EditorView.decorations.from(own),
});

export const mistakes: Extension = field;

/** Say it there, and bring it into view; null: nothing is wrong (any more). */
export function mark(view: EditorView, mistake: Mistake | null): void {
  if (!mistake && !view.state.field(field).size) return;
  view.dispatch({ effects: put.of(mistake) });
  if (!mistake) return;
  const line = view.state.doc.line(bounded(view.state, mistake.line));
  view.dispatch({ effects: EditorView.scrollIntoView(line.from + span(line.text, mistake.column)[0], { y: "center" }) });
}

function bounded(state: EditorState, line: number): number {
  return Math.min(Math.max(1, line), state.doc.lines);
}

function drawn(state: EditorState, mistake: Mistake): DecorationSet {
  const line = state.doc.line(bounded(state, mistake.line));
  const [from, to] = span(line.text, mistake.column);
  const said = Decoration.widget({ widget: new Said(line.text.slice(0, from), mistake.text), block: true, side: 1 }).range(line.to);
  return Decoration.set(from < to ? [Decoration.mark({ class: "wrong" }).range(line.from + from, line.from + to), said] : [said]);
}

class Said extends WidgetType {
  constructor(private readonly before: string, private readonly text: string) {
    super();
  }

  override eq(other: Said): boolean {
    return other.before === this.before && other.text === this.text;
  }

  /** The mark stands behind the same letters, unseen: so under its column whatever their width. */
  toDOM(): HTMLElement {
    const pointer = h("div", { class: "at", "aria-hidden": "true" }, h("span", {}, this.before), "^");
    return h("div", { class: "said", role: "alert" }, this.before.length < FAR ? pointer : null, h("div", {}, this.text));
  }
}
