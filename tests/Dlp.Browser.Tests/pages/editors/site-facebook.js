// Facebook's composer as other extensions describe it: a Lexical editor in a dialog, whose buttons are divs with a role and a name.
import { createEditor } from 'lexical';
import { registerRichText } from '@lexical/rich-text';
import { publishing } from '../publishing.js';
import { textOf } from './lexical/text.js';

document.querySelector('main').innerHTML = `
  <div role="dialog" aria-label="Create post">
    <div role="button" tabindex="0" aria-label="Edit privacy. Sharing with Public.">Public</div>
    <div contenteditable="true" role="textbox" aria-label="What's on your mind, Zoé?" style="min-height: 8rem; border: 1px solid; white-space: pre-wrap"></div>
    <div role="button" tabindex="0" aria-label="Post">Post</div>
  </div>`;
const editor = createEditor({ namespace: 'post', onError: (error) => { throw error; } });
editor.setRootElement(document.querySelector('[role=textbox]'));
registerRichText(editor);
publishing(() => textOf(editor), document.querySelector('[aria-label=Post]'));
