'use strict';

const $ = (id) => document.getElementById(id);
let language = 'en';
let say = wording.en;
let last = null; // the latest answer and the texts that it speaks of, shown again when the language changes
let loaded = null;
let again; // the timer that asks again while the API is not ready

/* ---- small tools ---- */

function element(tag, options = {}, ...children) {
  const node = document.createElement(tag);
  if (options.className) node.className = options.className;
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** What the API says, with the apostrophes and spaces of French print. Never what an author wrote. */
function typeset(text) {
  return language !== 'fr' ? text : text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’').replace(/ (?=[;:!?»])/g, '\u202f').replace(/« ?/g, '«\u202f');
}

async function call(path, options = {}) {
  const headers = { 'Accept-Language': language, ...options.headers };
  if ($('token').value) headers.Authorization = `Bearer ${$('token').value}`;
  const response = await fetch(path, { ...options, headers });
  if (response.status === 401) $('token-field').hidden = false;
  return response;
}

/* ---- language ---- */

function speak(chosen) {
  language = chosen;
  say = wording[chosen];
  document.documentElement.lang = chosen;
  for (const node of document.querySelectorAll('[data-say]')) node.textContent = say[node.dataset.say];
  for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', say[node.dataset.label]);
  for (const button of $('languages').children) button.setAttribute('aria-pressed', String(button.dataset.language === chosen));
  showState();
}

/* ---- state and rules ---- */

async function ask() {
  try {
    const ready = await call('/health/ready');
    const rules = await call('/v1/rules');
    loaded = { ready: ready.ok, rules: rules.ok ? await rules.json() : null };
  } catch {
    loaded = { ready: false, rules: null, down: true };
  }
  showState();
  clearTimeout(again);
  if (!loaded.ready) again = setTimeout(ask, 2000);
}

function showState() {
  if (!loaded) return;
  const inForce = loaded.rules?.rules.filter((rule) => rule.status === 'live').length;
  $('state').className = `state ${loaded.down ? 'down' : loaded.ready ? 'up' : ''}`;
  $('state-text').textContent = loaded.down ? say.down : !loaded.ready ? say.warming : loaded.rules ? say.up(inForce) : say.upSilent;
  $('rules').replaceChildren(...(loaded.rules ? factsOf(loaded.rules) : []));
}

function factsOf(rules) {
  const counts = Object.groupBy(rules.rules, (rule) => rule.status);
  const list = element('dl');
  const fact = (name, value) => list.append(element('dt', {}, name), element('dd', {}, value));
  fact(say.ruleCount, Object.entries(say.byStatus).filter(([status]) => counts[status]).map(([status, word]) => `${counts[status].length} ${word}`).join(', '));
  fact(say.infoTypes, String(new Set(rules.rules.map((rule) => rule.infoType)).size));
  fact(say.ruleSet, element('span', { className: 'hash' }, rules.ruleSet));
  fact(say.loadedAt, new Date(rules.loadedAt).toLocaleString(language, { dateStyle: 'long', timeStyle: 'medium' }));
  if (!rules.failedReload) return [list];
  const faults = rules.failedReload.faults.map((fault) => element('li', {}, `${fault.file}(${fault.line},${fault.column}): ${fault.message}`));
  return [list, element('div', { className: 'fault' }, say.faulty, element('ul', {}, ...faults))];
}

/* ---- a check ---- */

async function check(event) {
  event?.preventDefault();
  const button = document.querySelector('button.primary');
  button.disabled = true;
  button.textContent = say.checking;
  try {
    const text = $('text').value;
    const response = await send(text);
    last = { text, ok: response.ok, body: await response.json() };
    if (response.ok && !loaded?.rules) ask();
  } catch {
    last = { ok: false, body: {} };
    ask();
  }
  button.disabled = false;
  button.textContent = say.check;
  showAnswer();
}

function send(text) {
  const files = [...$('files').files];
  const site = $('site').value.trim();
  const asked = { text, destination: { audience: $('audience').value, ...(site && { site }) }, language, include: { redacted: true, minimumConfidence: 'low' } };
  if (files.length === 0) return call('/v1/checks', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(asked) });
  const form = new FormData();
  asked.attachments = files.map((file, index) => ({ name: file.name, size: file.size, field: `file${index}` }));
  form.append('check', new Blob([JSON.stringify(asked)], { type: 'application/json' }));
  files.forEach((file, index) => form.append(`file${index}`, file));
  return call('/v1/checks', { method: 'POST', body: form });
}

function showAnswer() {
  const answer = $('answer');
  if (!last.ok) {
    answer.replaceChildren(element('div', { className: 'fault' }, element('strong', {}, say.failed), ' ', ...causeOf(last.body)));
    return;
  }
  const { verdict, findings, parts, redacted, ruleSet, elapsedMilliseconds } = last.body;
  const unread = parts.filter((part) => part.status !== 'scanned');
  answer.replaceChildren(...[
    element('div', { className: `verdict ${verdict}` }, element('strong', {}, say[verdict]), element('p', {}, say[`${verdict}Why`])),
    unread.length > 0 ? unreadOf(unread) : null,
    findings.length > 0 ? element('ul', { className: 'findings' }, ...findings.map(findingOf)) : null,
    ...markedOf(findings),
    ...redacted.flatMap(redactedOf),
    element('p', { className: 'meta' }, say.measured(elapsedMilliseconds.toLocaleString(language, { maximumFractionDigits: 1 }), ruleSet.slice(0, 15))),
  ].filter((node) => node !== null));
}

/** What the API says of a fault is for programs, and in English: what an author can mend here is said in the page's own words. */
function causeOf({ detail, faults }) {
  if (!detail) return [say.unreachable];
  if (faults?.every((fault) => fault.field === '$.destination.site')) return [say.siteFault];
  const cause = element('span', {}, detail);
  cause.lang = 'en';
  return [cause];
}

function unreadOf(parts) {
  const lines = parts.map(({ name, status, detail }) => element('li', {}, `${name} – ${say.statuses[status]}${detail ? ` (${typeset(detail)})` : ''}`));
  return element('div', { className: 'fault' }, say.incomplete, element('ul', {}, ...lines));
}

function findingOf(finding) {
  const tag = (text, className) => element('span', { className }, text);
  return element('li', { className: finding.verdict },
    element('h3', {}, typeset(finding.title)),
    element('p', {}, typeset(finding.message)),
    element('p', {}, `${say.instead} `, element('strong', {}, finding.replacement)),
    element('div', { className: 'tags' },
      tag(say.verdicts[finding.verdict], 'tone'), tag(say.confidence[finding.confidence]), tag(finding.preview), tag(finding.ruleId),
      finding.part !== 'text' || finding.location ? tag([finding.part, finding.location && typeset(finding.location)].filter(Boolean).join(' · ')) : null));
}

/** The author's own text with what was found marked; the text of files is not on the page. */
function markedOf(findings) {
  const own = findings.filter((finding) => finding.part === 'text').sort((a, b) => a.start - b.start);
  if (own.length === 0) return [];
  const text = element('div', { className: 'text' });
  let end = 0;
  for (const finding of own) {
    if (finding.end <= end) continue;
    const start = Math.max(finding.start, end);
    text.append(last.text.slice(end, start), element('mark', { className: finding.verdict }, last.text.slice(start, finding.end)));
    end = finding.end;
  }
  text.append(last.text.slice(end));
  return [element('p', { className: 'label' }, say.marked(say.textLabel.toLowerCase())), text];
}

function redactedOf({ part, text }) {
  const use = element('button', { className: 'quiet' }, say.useIt);
  use.type = 'button';
  use.addEventListener('click', () => {
    $('text').value = text;
    $('text').focus();
  });
  return [
    element('p', { className: 'label' }, say.redacted(part === 'text' ? say.textLabel.toLowerCase() : part), part === 'text' ? use : null),
    element('div', { className: 'text' }, text),
  ];
}

/* ---- start ---- */

$('draft').addEventListener('submit', check);
$('token').addEventListener('change', ask);
for (const button of document.querySelectorAll('[data-sample]')) button.addEventListener('click', () => { $('text').value = say[button.dataset.sample]; $('text').focus(); });
for (const button of $('languages').children) button.addEventListener('click', () => { speak(button.dataset.language); if (last) check(); });
speak(navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in wording) ?? 'en');
ask();
