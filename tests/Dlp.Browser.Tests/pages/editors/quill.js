import Quill from 'quill';
import style from 'quill/dist/quill.core.css';
import { publishing } from '../publishing.js';

document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
const quill = new Quill('#editor');
publishing(() => quill.getText().replace(/\n$/, ''));
