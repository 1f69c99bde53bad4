// X's composer as other extensions describe it: Draft.js editors with a data-testid each; the posts of a thread leave by one button, or by Ctrl+Enter.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Editor, EditorState, getDefaultKeyBinding } from 'draft-js';
import style from 'draft-js/dist/Draft.css';
import { publish, publishing } from '../publishing.js';

const posts = [EditorState.createEmpty(), EditorState.createEmpty()];
const thread = () => posts.map((post) => post.getCurrentContent().getPlainText('\n')).join('\n---\n');
const post = (by) => publish(thread(), { by }, '/i/api/graphql/a1B2c3/CreateTweet');
const isSend = (event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey);

function Post({ index }) {
  const [state, setState] = useState(posts[index]);
  return (
    <div data-testid={`tweetTextarea_${index}`}>
      <Editor
        editorState={state}
        onChange={(next) => setState((posts[index] = next))}
        keyBindingFn={(event) => (isSend(event) ? 'send' : getDefaultKeyBinding(event))}
        handleKeyCommand={(command) => (command === 'send' ? (post('keys'), 'handled') : 'not-handled')}
      />
    </div>
  );
}

document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
createRoot(document.querySelector('main')).render(
  <div role="dialog" aria-label="New thread">
    <Post index={0} />
    <Post index={1} />
    <button type="button" data-testid="tweetButton" onClick={() => post('button')}>Post all</button>
  </div>,
);
publishing(thread, null);
window.post = () => post('own fetch');
