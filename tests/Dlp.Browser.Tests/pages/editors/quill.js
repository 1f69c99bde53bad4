import Quill from 'quill';
import style from 'quill/dist/quill.core.css';
import { publishing } from '../publishing.js';

document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
// Each change is undone by itself; by default those of one second are undone together, and a test is faster than that.
const quill = new Quill('#editor', { modules: { history: { delay: 0 } } });
publishing(() => quill.getText().replace(/\n$/, ''));
