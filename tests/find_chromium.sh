#!/bin/sh
# The browser tests drive the system's Chromium: find it, or let the package manager bring it.
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
[ -n "$CHROMIUM" ] && [ -x "$CHROMIUM" ] && exit 0

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
if command -v apt-get >/dev/null 2>&1; then
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium && exit 0
elif command -v dnf >/dev/null 2>&1; then
  as_root dnf install -y -q chromium && exit 0
elif command -v brew >/dev/null 2>&1; then
  brew install --cask chromium && exit 0
fi
echo "The browser tests need Chromium: install it (package 'chromium') or set CHROMIUM=/path/to/it." >&2
exit 1
