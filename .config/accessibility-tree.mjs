/**
 * The command `accessibility-tree`: what Chromium hands to assistive technology, as a flat list of role, name and
 * properties. The stock command `a11y-snapshot` leaves groups out. Answers false in an engine that cannot.
 */
export function accessibilityTree() {
  return {
    name: 'accessibility-tree',
    async executeCommand({ command, session }) {
      if (command !== 'accessibility-tree') return;
      if (session.browser.type !== 'puppeteer' || session.browser.name === 'Firefox') return false;
      const connection = await session.browser.getPage(session.id).createCDPSession();
      const { nodes } = await connection.send('Accessibility.getFullAXTree');
      await connection.detach();
      return nodes
        .filter(({ ignored }) => !ignored)
        .map(({ role, name, description, properties = [] }) => ({
          role: role?.value,
          name: name?.value ?? '',
          description: description?.value ?? '',
          ...Object.fromEntries(properties.map((property) => [property.name, property.value.value])),
        }));
    },
  };
}
