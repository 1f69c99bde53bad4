import { iconSizes } from './icons.mjs';

// The public half of the key that gives every copy the same id (README.md).
const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwzcW8XsML4iKOlFIyAdy9JqMVFLDAeqFVOuZHXLSNapiTDSiAFiNgAq3fKL4o8x2T6uX/MnFKWUfHQgZluSRCY0wH2SaM4Qrs3OBatKWUVWEiYZqR6yJcelIGX3XxTQ8Xny6bhs86pI3BArAkgY+3zQ64fudU4nVw5Jh+c2TWxtf0nnFfthpkHbK0aM1w7ktN1lOkEIhhUzlXiur0B0rAVNzLIpCrF6ZPjvnBAi0dHuBdC1AT/uDgcxr09jOh49TUFwY6qrRO2ODGNBYpSX/1qtQsIjfxCiEz+GE7j8iX5D7DUv2KeAw2OkAL8P7IPUVXTIpugWyqVZq/v/3b4aJywIDAQAB';

/**
 * The manifest of one browser.
 * @param {object} build
 * @param {'chrome' | 'firefox'} build.browser
 * @param {string} build.version
 * @param {string} build.apiHost origin of the API
 * @param {string[]} build.hosts the sites that have an adapter
 * @param {boolean} build.everySite for tests: run on every page without being asked
 */
export function manifestOf({ browser, version, apiHost, hosts, everySite }) {
  const api = `${new URL(apiHost).protocol}//${new URL(apiHost).hostname}/*`;
  const scripts = {
    matches: everySite ? ['http://*/*', 'https://*/*'] : hosts.map(host => `https://*.${host}/*`),
    all_frames: true,
    match_origin_as_fallback: true,
    run_at: 'document_start',
  };
  const icons = Object.fromEntries(iconSizes.map(size => [size, `icons/icon-${size}.png`]));
  return {
    manifest_version: 3,
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    version,
    icons,
    permissions: ['storage', 'scripting'],
    optional_permissions: ['declarativeNetRequestWithHostAccess'],
    host_permissions: [api],
    optional_host_permissions: ['*://*/*'],
    content_scripts: [
      { ...scripts, js: ['content.js'] },
      { ...scripts, js: ['main-world.js'], world: 'MAIN' },
    ],
    content_security_policy: {
      extension_pages: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src *; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    action: { default_popup: 'popup/popup.html', default_icon: icons },
    options_ui: { page: 'options/options.html', open_in_tab: true },
    ...(browser === 'chrome' ? chromeOnly() : firefoxOnly()),
  };
}

function chromeOnly() {
  return {
    key,
    // From 148 on a message carries a File as it is (structured clone); before, it would arrive as {}.
    minimum_chrome_version: '148',
    message_serialization: 'structured_clone',
    background: { service_worker: 'worker.js' },
    storage: { managed_schema: 'managed_schema.json' },
  };
}

function firefoxOnly() {
  return {
    background: { scripts: ['worker.js'] },
    browser_specific_settings: {
      gecko: { id: 'dlp@dlp.example', strict_min_version: '140.0', data_collection_permissions: { required: ['personalCommunications'] } },
    },
  };
}
