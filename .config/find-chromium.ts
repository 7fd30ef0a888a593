import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PROGRAMS = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];

const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
  ['', process.env.HOME ?? ''].map((home) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
);

const WINDOWS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
  const folder = process.env[variable];
  return folder ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')] : [];
});

/** Which command installs a Chromium on this platform. */
const INSTALL: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'brew install --cask google-chrome',
  win32: 'winget install Google.Chrome',
};

/** The Chromium, Chrome or Edge of this machine, or undefined. `CHROME_PATH` comes first. */
export function findChromium(): string | undefined {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  if (process.platform === 'darwin') return MAC.find((file) => existsSync(file));
  if (process.platform === 'win32') return WINDOWS.find((file) => existsSync(file));
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter), '/snap/bin'];
  return PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program))).find((file) => existsSync(file));
}

/** What to do when there is no Chromium. */
export function chromiumMissing(): string {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return `CHROME_PATH names ${chosen}, where there is no file. Correct it, or unset it to have a browser looked for.`;
  const command = INSTALL[process.platform] ?? 'apt-get install chromium   (or: dnf install chromium, pacman -S chromium)';
  return `No Chromium, Chrome or Edge was found. Install one:\n  ${command}\nor name one in CHROME_PATH.`;
}

/** The path of {@link findChromium}; with none, says what to do and ends the process. */
export function requireChromium(): string {
  const path = findChromium();
  if (path) return path;
  console.error(chromiumMissing());
  process.exit(1);
}

/** Chromium's switches for tests: nothing leaves the machine. */
export const chromiumFlags = [
  // Chromium refuses to sandbox as root, and most containers do not allow it to.
  ...(process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];
