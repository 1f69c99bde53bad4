#!/usr/bin/env bash
# Restores, builds and runs every test. Needs the .NET SDK 10 and git; anything else the tests use is installed from here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

dotnet restore --locked-mode
dotnet format --verify-no-changes --no-restore
dotnet build --configuration Release --no-restore
dotnet test --solution Dlp.sln --configuration Release --no-build --no-progress "$@"
