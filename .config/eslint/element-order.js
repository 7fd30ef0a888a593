const LIFECYCLE = new Set([
  'connectedCallback', 'disconnectedCallback', 'adoptedCallback', 'attributeChangedCallback', 'createRenderRoot',
  'scheduleUpdate', 'performUpdate', 'shouldUpdate', 'willUpdate', 'update', 'firstUpdated', 'updated', 'getUpdateComplete',
]);

const GROUPS = [
  'lifecycle methods', 'form callbacks', 'public methods', 'render()', '#render methods', '#on handlers', 'private helpers',
];

/** Which of the groups a method of an element belongs to; -1 for those that may stand anywhere. */
function group(member) {
  const { name } = member.key;
  if (LIFECYCLE.has(name)) return 0;
  if (/^form[A-Z]\w*Callback$/.test(name)) return 1;
  if (name === 'render') return 3;
  if (member.key.type !== 'PrivateIdentifier') return member.accessibility ? -1 : 2;
  if (/^render(?![a-z])/.test(name)) return 4;
  return /^on(?![a-z])/.test(name) ? 5 : 6;
}

/** The methods of an element follow one order; fields and constructor are left to `member-ordering`. */
export const elementOrder = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { order: 'The {{group}} come before the {{previous}}: move "{{name}}" up.' },
  },
  create: (context) => ({
    ClassBody({ body, parent }) {
      if (!parent.superClass?.name?.endsWith('Element')) return;
      const methods = body.filter(
        (member) => member.type === 'MethodDefinition' && member.kind === 'method' && !member.static && !member.computed,
      );
      let last = -1;
      for (const member of methods) {
        const own = group(member);
        if (own === -1) continue;
        if (own < last) {
          const data = { group: GROUPS[own], previous: GROUPS[last], name: member.key.name };
          context.report({ node: member.key, messageId: 'order', data });
        }
        last = Math.max(last, own);
      }
    },
  }),
};
