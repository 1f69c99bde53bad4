import { Bold, ClassicEditor, Essentials, Paragraph } from 'ckeditor5';
import style from 'ckeditor5/ckeditor5-editor.css';
import { publishing } from '../publishing.js';

document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
const editor = await ClassicEditor.create(document.querySelector('#editor'), { licenseKey: 'GPL', plugins: [Essentials, Paragraph, Bold], toolbar: [] });

function text() {
  const blocks = [...editor.model.document.getRoot().getChildren()];
  return blocks.map((block) => [...block.getChildren()].map((node) => node.data ?? '\n').join('')).join('\n');
}

publishing(text);
