import { createRoot } from 'react-dom/client';
import { createEditor, Node } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import { publishing } from '../publishing.js';

const editor = withHistory(withReact(createEditor()));
const empty = [{ type: 'paragraph', children: [{ text: '' }] }];

const Leaf = ({ attributes, leaf, children }) => <span {...attributes} style={{ fontWeight: leaf.bold ? 'bold' : undefined }}>{children}</span>;

function toggleBold(event) {
  if (!event.ctrlKey || event.key !== 'b')
    return;
  event.preventDefault();
  if (editor.marks?.bold)
    editor.removeMark('bold');
  else
    editor.addMark('bold', true);
}

createRoot(document.querySelector('#editor')).render(
  <Slate editor={editor} initialValue={empty}>
    <Editable placeholder="What is new?" renderLeaf={(leaf) => <Leaf {...leaf} />} onKeyDown={toggleBold} />
  </Slate>,
);
publishing(() => editor.children.map((block) => Node.string(block)).join('\n'));
