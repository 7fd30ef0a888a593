/** What only holds others together, and text that is drawn in pieces. Everything else is kept. */
const FRAMES = new Set([
  ...['', 'none', 'generic', 'paragraph', 'presentation', 'text container', 'RootWebArea', 'document'],
  ...['LabelText', 'label', 'Legend', 'InlineTextBox', 'sectionheader'],
]);

/** What Chromium calls a state, in the words of this project. */
const chromiumStates = {
  checked: ({ checked }) => checked === 'true',
  disabled: ({ disabled }) => disabled,
  required: ({ required }) => required,
  invalid: ({ invalid }) => invalid === 'true',
  readonly: ({ readonly }) => readonly,
  expanded: ({ expanded }) => expanded === true,
  collapsed: ({ expanded }) => expanded === false,
  modal: ({ modal }) => modal,
};

/** What Firefox calls them. */
const firefoxStates = { checked: 'checked', unavailable: 'disabled', required: 'required', invalid: 'invalid', readonly: 'readonly' };
for (const state of ['expanded', 'collapsed', 'modal']) firefoxStates[state] = state;

const describe = ({ role, name, description, properties = [] }) => ({
  role: role?.value,
  name: name?.value ?? '',
  description: description?.value ?? '',
  ...Object.fromEntries(properties.map((property) => [property.name, property.value.value])),
});

async function chromiumTree(session) {
  const connection = await session.browser.getPage(session.id).createCDPSession();
  const { nodes } = await connection.send('Accessibility.getFullAXTree');
  await connection.detach();
  return nodes;
}

async function fromChromium(session) {
  const all = new Map((await chromiumTree(session)).map((node) => [node.nodeId, node]));
  const found = [];
  const walk = (node, depth) => {
    const { role, name, description, ...properties } = describe(node);
    const kept = !node.ignored && !FRAMES.has(role) && (role !== 'StaticText' || name.trim() !== '');
    const states = Object.keys(chromiumStates).filter((state) => chromiumStates[state](properties));
    if (kept) found.push({ role: role === 'StaticText' ? 'text' : role, name, description, states, depth });
    for (const id of node.childIds ?? []) if (all.has(id)) walk(all.get(id), depth + kept);
  };
  walk(all.values().next().value, 0);
  return found;
}

/** Runs in the window of Firefox itself, which has the tree of each page; it needs a moment for the first one. */
async function readFirefox(id, frames, states) {
  const { classes, interfaces } = globalThis.Components;
  // The service ends with the last reference to it.
  const service = (globalThis.accessibilityOfPages ??= classes['@mozilla.org/accessibilityService;1'].getService(
    interfaces.nsIAccessibilityService,
  ));
  const windows = [...globalThis.Services.wm.getEnumerator('navigator:browser')];
  const browser = windows.flatMap(({ gBrowser }) => gBrowser.browsers).find(({ currentURI }) => currentURI.spec.includes(id));
  const deadline = Date.now() + 5000;
  const pageOf = () => service.getAccessibleFor(browser)?.firstChild;
  while (!pageOf() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
  const found = [];
  const walk = (node, depth) => {
    const kind = service.getStringRole(node.role);
    const role = kind === 'text leaf' ? 'text' : node.computedARIARole || kind;
    const name = node.name ?? '';
    const [own, more] = [{}, {}];
    node.getState(own, more);
    const said = [...service.getStringStates(own.value, more.value)].map((word) => states[word]).filter(Boolean);
    const kept = !frames.includes(role) && (role !== 'text' || name.trim() !== '');
    if (kept) found.push({ role, name, description: node.description ?? '', states: said, depth });
    for (let child = node.firstChild; child; child = child.nextSibling) walk(child, depth + kept);
  };
  walk(pageOf(), 0);
  return JSON.stringify(found);
}

async function fromFirefox(session) {
  const { connection } = session.browser.getPage(session.id).browser();
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const call = `(${readFirefox})(${JSON.stringify(session.id)}, ${JSON.stringify([...FRAMES])}, ${JSON.stringify(firefoxStates)})`;
  const answer = await connection.send('script.evaluate', {
    target: { context: result.contexts[0].context },
    awaitPromise: true,
    expression: call,
  });
  if (answer.result.type !== 'success') throw new Error(answer.result.exceptionDetails.text);
  return JSON.parse(answer.result.result.value);
}

/** Runs in the page: its visible elements in their order, those in shadow roots too. WebKit gives a role to hidden ones as well. */
function elements() {
  const all = (root) => [...root.children].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : []), ...all(element)]);
  return all(document.body).filter((element) => !element.matches('script, style') && element.checkVisibility());
}

async function fromWebDriver(session) {
  const { driver } = session.browser;
  const found = await driver.executeScript(`return (${elements})()`, []);
  const ask = async (element) => {
    const [id] = Object.values(element);
    return { role: await driver.getElementComputedRole(id), name: await driver.getElementComputedLabel(id) };
  };
  return (await Promise.all(found.map(ask))).filter(({ role }) => !FRAMES.has(role));
}

/**
 * Two commands. `accessibility-tree`: what Chromium hands to assistive technology, as a flat list of role, name and
 * properties. The stock command `a11y-snapshot` leaves groups out. Answers false in the other engines.
 * `accessibility-nodes`: the same from every engine in the same words, in the order of the page: role, name,
 * description, states and depth. WebDriver knows role and name of elements only: no text, state or description.
 */
export function accessibilityTree() {
  return {
    name: 'accessibility-tree',
    async executeCommand({ command, session }) {
      const { type, name } = session.browser;
      const inChromium = type === 'puppeteer' && name !== 'Firefox';
      if (command === 'accessibility-tree') {
        return inChromium && (await chromiumTree(session)).filter(({ ignored }) => !ignored).map(describe);
      }
      if (command !== 'accessibility-nodes') return;
      if (type === 'webdriver') return fromWebDriver(session);
      return inChromium ? fromChromium(session) : fromFirefox(session);
    },
  };
}
