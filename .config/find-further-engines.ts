import { existsSync } from 'node:fs';

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
const MINI_BROWSER = ['x86_64', 'aarch64'].map((arch) => `/usr/lib/${arch}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);

/** The Firefox of this machine, or undefined. `FIREFOX_PATH` comes first. */
export function findFirefox(): string | undefined {
  return process.env.FIREFOX_PATH ?? FIREFOX.find((file) => existsSync(file));
}

/** The browser that comes with WebKitGTK's driver, or undefined. */
export function findMiniBrowser(): string | undefined {
  return MINI_BROWSER.find((file) => existsSync(file));
}
