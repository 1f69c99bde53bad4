import { createEditor } from 'lexical';
import { registerRichText } from '@lexical/rich-text';
import { publishing } from '../publishing.js';
import { textOf } from './lexical/text.js';

const shadow = document.querySelector('#editor').attachShadow({ mode: 'open' });
shadow.innerHTML = '<div contenteditable="true" role="textbox" style="min-height: 8rem; border: 1px solid; white-space: pre-wrap"></div><button type="button" id="publish">Publish</button>';
document.querySelector('#publish').remove();
const editor = createEditor({ namespace: 'post', onError: (error) => { throw error; } });
editor.setRootElement(shadow.firstElementChild);
registerRichText(editor);
publishing(() => textOf(editor), shadow.querySelector('#publish'));
