// ChatGPT's composer as other extensions describe it: a ProseMirror editor that sends on Enter.
import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { publish, publishing } from '../publishing.js';

document.querySelector('main').innerHTML = `
  <form data-type="unified-composer" onsubmit="return false">
    <div id="editor"></div>
    <button type="button" id="composer-submit-button" data-testid="send-button" aria-label="Send prompt">↑</button>
  </form>`;
const text = () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n', '\n');
const send = () => (publish(text(), { by: 'keys' }), true);
const view = new EditorView(document.querySelector('#editor'), {
  state: EditorState.create({ schema, plugins: [keymap({ Enter: send, 'Shift-Enter': baseKeymap.Enter }), keymap(baseKeymap)] }),
  attributes: { id: 'prompt-textarea', class: 'ProseMirror', role: 'textbox', 'aria-label': 'Chat with ChatGPT' },
});
publishing(text, document.querySelector('#composer-submit-button'));
