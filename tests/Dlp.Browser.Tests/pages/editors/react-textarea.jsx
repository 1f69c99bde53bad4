import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { publishing } from '../publishing.js';

let state = '';

function Post() {
  const [text, setText] = useState('');
  state = text;
  return <textarea aria-label="Post" value={text} onChange={(event) => setText(event.target.value)} />;
}

createRoot(document.querySelector('#editor')).render(<Post />);
publishing(() => state);
