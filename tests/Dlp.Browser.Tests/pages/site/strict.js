import { publishing } from './publishing.js';

publishing(() => document.querySelector('textarea').value);
