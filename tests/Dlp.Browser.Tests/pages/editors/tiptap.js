import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { publishing } from '../publishing.js';

const editor = new Editor({ element: document.querySelector('#editor'), extensions: [StarterKit] });
publishing(() => editor.getText({ blockSeparator: '\n' }));
