// node firefox-smoke.mjs EXTENSION_FOLDER PAGE_ADDRESS DRAFT EXTENSION_UUID
// Writes the draft on the page, publishes, takes the safer wording, and prints what it saw as JSON. WebDriver BiDi has no client for .NET.
import puppeteer from 'puppeteer-core';

const [extension, address, draft, uuid] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath: '/usr/bin/firefox-esr',
  headless: true,
  acceptInsecureCerts: true,
  extraPrefsFirefox: {
    // Firefox gives each profile an origin of its own for an extension; the API of the test knows this one.
    'extensions.webextensions.uuids': JSON.stringify({ 'dlp@dlp.example': uuid }),
    'intl.accept_languages': 'en',
  },
});
try {
  await browser.installExtension(extension);
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForSelector('html[data-ready]');
  await page.click('[contenteditable=true], textarea');
  await page.keyboard.type(draft);
  await page.click('#publish');
  const dialog = await page.waitForSelector('>>> dialog[role=alertdialog][open] .draft mark');
  const marked = await dialog.evaluate((mark) => [...mark.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join(''));
  await (await page.waitForSelector('>>> dialog[role=alertdialog] button[value=redact]')).click();
  await page.waitForFunction((before) => model() !== before, {}, draft);
  await page.waitForFunction(() => !document.documentElement.lastElementChild.shadowRoot?.querySelector('dialog[open]'));
  const text = await page.evaluate(() => model());
  const published = page.waitForResponse((response) => response.url().includes('/publish'));
  await page.click('#publish');
  await published;
  console.log(JSON.stringify({ marked, text }));
} finally {
  await browser.close();
}
