import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { history, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { publishing } from '../publishing.js';

const view = new EditorView(document.querySelector('#editor'), {
  state: EditorState.create({
    schema,
    plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-b': toggleMark(schema.marks.strong) }), keymap(baseKeymap)],
  }),
});
publishing(() => view.state.doc.textBetween(0, view.state.doc.content.size, '\n', '\n'));
