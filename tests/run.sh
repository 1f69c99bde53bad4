#!/usr/bin/env bash
# Restores, builds and runs every test. Needs the .NET SDK 10, Node 20 or newer with npm, and git; the browsers, and what
# recognises text in images, are installed from here on Debian, as root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

# The extension is tested in Debian's browsers; images are read by its Tesseract (in French and English) libheif and OpenJPEG, and drawn in its font.
install_tools() {
  apt-get update && apt-get install -y --no-install-recommends chromium firefox-esr tesseract-ocr tesseract-ocr-fra tesseract-ocr-eng libheif-examples libopenjp2-tools fonts-dejavu-core
}
has_tools() {
  command -v chromium && command -v firefox-esr && command -v heif-convert && command -v opj_decompress && tesseract --list-langs | grep -x fra && ls /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
}
if ! has_tools >/dev/null 2>&1; then
  install_tools || { sleep 20 && install_tools; }
fi

(cd src/extension && npm ci && npm run build)
(cd tests/Dlp.Browser.Tests/pages && npm ci && npm run build)

dotnet restore --locked-mode
dotnet format --verify-no-changes --no-restore
dotnet build --configuration Release --no-restore
failed=0
(cd src/extension && npm test) || failed=1
dotnet test --solution Dlp.sln --configuration Release --no-build --no-progress "$@" || failed=1
exit "$failed"
