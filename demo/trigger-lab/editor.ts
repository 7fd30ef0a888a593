import { json } from '@codemirror/lang-json';
import { defaultHighlightStyle, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Compartment, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { jsonSchema } from 'codemirror-json-schema';

import schema from '@askwell/schema/askwell.schema.json' with { type: 'json' };

/** Its types name a file that is not in the package. */
const fromSchema = jsonSchema as unknown as (schema: object) => Extension;

/** The colours of the usual style are dark ink: on dark paper each is lightened. */
const onDark = syntaxHighlighting(
  HighlightStyle.define(
    defaultHighlightStyle.specs.map((style) => (style.color ? { ...style, color: `color-mix(in oklab, ${style.color as string} 35%, white)` } : style)),
    { themeType: 'dark' },
  ),
);

/** What the lab needs of its editor. */
export interface Editor {
  text: string;
  /** Leads to a place in the text, and selects the line. */
  goTo(offset: number): void;
}

/** An editor for `askwell.json` that completes and checks it from its JSON Schema. */
export function editor(parent: HTMLElement, text: string, changed: (text: string) => void): Editor {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const theme = new Compartment();
  const themeNow = (): Extension => EditorView.darkTheme.of(dark.matches);
  const view = new EditorView({
    doc: text,
    parent,
    extensions: [
      basicSetup,
      theme.of(themeNow()),
      onDark,
      json(),
      fromSchema(schema),
      EditorView.contentAttributes.of({ 'aria-label': 'askwell.json' }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) changed(update.state.doc.toString());
      }),
    ],
  });
  dark.addEventListener('change', () => view.dispatch({ effects: theme.reconfigure(themeNow()) }));
  return {
    get text() {
      return view.state.doc.toString();
    },
    set text(insert) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert } });
    },
    goTo(offset) {
      const { from, to } = view.state.doc.lineAt(Math.min(offset, view.state.doc.length));
      view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      view.focus();
    },
  };
}
