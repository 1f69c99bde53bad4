import { createEditor } from 'lexical';
import { registerRichText } from '@lexical/rich-text';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { publishing } from '../publishing.js';
import { textOf } from './lexical/text.js';

const root = document.createElement('div');
root.contentEditable = 'true';
root.setAttribute('role', 'textbox');
document.querySelector('#editor').append(root);
const editor = createEditor({ namespace: 'post', onError: (error) => { throw error; } });
editor.setRootElement(root);
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);
publishing(() => textOf(editor));
