// LinkedIn's composer of 2026 as other extensions describe it: a Quill editor in the open shadow root of #interop-outlet.
import Quill from 'quill';
import style from 'quill/dist/quill.core.css';
import { publishing } from '../publishing.js';

const outlet = document.createElement('div');
outlet.id = 'interop-outlet';
document.querySelector('main').replaceChildren(outlet);
const root = outlet.attachShadow({ mode: 'open' });
const audience = new URLSearchParams(location.search).get('audience') ?? 'Post to Anyone';
root.innerHTML = `
  <style>${style}</style>
  <div class="share-box-v2__modal" role="dialog" aria-label="Create a post">
    <div class="share-creation-state">
      <div class="share-creation-state__header"><button type="button" class="share-unified-settings-entry-button">Zoé Martin ${audience}</button></div>
      <div class="editor-content"></div>
      <div class="share-actions"><button type="button" class="share-actions__primary-action artdeco-button">Post</button></div>
    </div>
  </div>`;
const quill = new Quill(root.querySelector('.editor-content'));
publishing(() => quill.getText().replace(/\n$/, ''), root.querySelector('.share-actions__primary-action'));
