import { executeServerCommand } from '@web/test-runner-commands';
import { expect, waitUntil } from '@open-wc/testing';

/** What an engine hands to assistive technology of one thing; WebDriver knows role and name only. */
interface Node {
  role: string;
  name: string;
  description?: string;
  states?: string[];
  depth?: number;
}

const STATES = ['modal', 'expanded', 'collapsed', 'required', 'disabled', 'readonly', 'invalid', 'checked'];

/** Things of a kind that follow one another are one line: `radio "1" "2"`. A text that names its holder is not said again. */
function write(nodes: readonly Node[]): string {
  const holders: string[] = [];
  const lines: { start: string; names: string[]; end: string }[] = [];
  for (const { role, name, description, states = [], depth = 0 } of nodes) {
    holders[depth] = name;
    if (role === 'text' && name === holders[depth - 1]) continue;
    const said = STATES.filter((state) => states.includes(state));
    const start = [`${'  '.repeat(depth)}${role}`, ...said].join(' ');
    const end = description ? ` (${description})` : '';
    const last = lines.at(-1);
    if (last?.start === start && name && last.names[0] && !end && !last.end) last.names.push(name);
    else lines.push({ start, names: name ? [name] : [], end });
  }
  return lines.map(({ start, names, end }) => [start, ...names.map((name) => `"${name}"`)].join(' ') + end).join('\n');
}

/** What WebDriver knows of it. */
const names = (listing: string): string =>
  listing
    .split('\n')
    .filter((line) => !line.trim().startsWith('text '))
    .flatMap((line) => (line.match(/"[^"]*"/g) ?? ['""']).map((name) => `${line.trim().split(' ')[0]!} ${name}`))
    .join('\n');

const inChromium = 'userAgentData' in navigator;

/** Compares the whole page with a listing, exactly: in Chromium and Firefox all of it, in WebKit the roles and names. */
export async function expectTree(listing: string, where: string): Promise<void> {
  // The protocol of Chromium keeps to itself that a group is disabled or can only be read.
  const expected = inChromium ? listing.replaceAll(/group( required)? (disabled|readonly)/g, 'group$1') : listing;
  let [found, wanted] = ['', ''];
  const compare = async (): Promise<boolean> => {
    const nodes: Node[] = await executeServerCommand('accessibility-nodes');
    const whole = nodes.every(({ states }) => states);
    [found, wanted] = [write(nodes), expected].map((each) => (whole ? each : names(each))) as [string, string];
    return found === wanted;
  };
  // Firefox tells of a change a moment later.
  await waitUntil(compare, where, { timeout: 3000 }).catch(() => expect(found, where).to.equal(wanted));
}
