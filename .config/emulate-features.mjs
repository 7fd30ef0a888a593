/**
 * The command `emulate-features`: media features by name, such as `{ 'forced-colors': 'active' }`; `{}` ends the emulation.
 * Answers false in an engine that cannot. The stock command `emulate-media` has no effect on forced colours in Chromium.
 */
export function emulateFeatures() {
  const connections = new WeakMap();
  return {
    name: 'emulate-features',
    async executeCommand({ command, payload, session }) {
      if (command !== 'emulate-features') return;
      if (session.browser.type !== 'puppeteer' || session.browser.name === 'Firefox') return false;
      const page = session.browser.getPage(session.id);
      // The emulation lasts as long as its connection.
      if (!connections.has(page)) connections.set(page, await page.createCDPSession());
      // The pointer is no media feature that can be emulated, but what a touch screen has.
      const { pointer, ...others } = payload ?? {};
      await connections.get(page).send('Emulation.setTouchEmulationEnabled', { enabled: pointer === 'coarse' });
      const features = Object.entries(others).map(([name, value]) => ({ name, value }));
      await connections.get(page).send('Emulation.setEmulatedMedia', { features });
      return true;
    },
  };
}
