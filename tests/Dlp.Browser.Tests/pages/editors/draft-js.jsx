import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Editor, EditorState, RichUtils } from 'draft-js';
import style from 'draft-js/dist/Draft.css';
import { publishing } from '../publishing.js';

let state = EditorState.createEmpty();

function Post() {
  const [shown, setShown] = useState(state);
  const change = (next) => setShown((state = next));
  const handleKeyCommand = (command, current) => {
    const next = RichUtils.handleKeyCommand(current, command);
    return next ? (change(next), 'handled') : 'not-handled';
  };
  return <Editor editorState={shown} onChange={change} handleKeyCommand={handleKeyCommand} />;
}

document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
createRoot(document.querySelector('#editor')).render(<Post />);
publishing(() => state.getCurrentContent().getPlainText('\n'));
