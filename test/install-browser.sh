#!/usr/bin/env bash
# Installs Debian's Chromium where the machine has none: the pages are tested in a real browser.
set -euo pipefail
for browser in "${CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome; do
  if [ -n "$browser" ] && command -v "$browser" >/dev/null; then exit 0; fi
done
echo "installing chromium (Debian or Ubuntu package)"
as_root=""
if [ "$(id -u)" -ne 0 ]; then as_root=sudo; fi
install() { DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$@" fonts-noto-cjk >/dev/null; }
$as_root apt-get update -qq
# Without the windows that nobody sees, which take longer than the pages in them; Ubuntu has no such package.
install chromium-headless-shell 2>/dev/null || install chromium
