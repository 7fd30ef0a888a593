const PAGE = new Set([
  'window', 'document', 'navigator', 'location', 'indexedDB', 'localStorage', 'sessionStorage', 'customElements', 'self',
]);

/** Whether code in this scope runs when its module is imported. */
const runsAtImport = ({ variableScope }) =>
  ['global', 'module', 'class-static-block'].includes(variableScope.type) ||
  (variableScope.type === 'class-field-initializer' && variableScope.block.parent.static);

/** Importing a module on a server works: what only a page has is not touched before something is called. */
export const noPageAtImport = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { page: '"{{name}}" is used when the module is imported; a server has none. Use it inside a function.' },
  },
  create: (context) => ({
    'Program:exit'(program) {
      for (const { identifier, from, isValueReference = true } of context.sourceCode.getScope(program).through) {
        if (!PAGE.has(identifier.name) || !isValueReference || !runsAtImport(from)) continue;
        if (identifier.parent.type === 'UnaryExpression' && identifier.parent.operator === 'typeof') continue;
        context.report({ node: identifier, messageId: 'page', data: { name: identifier.name } });
      }
    },
  }),
};
