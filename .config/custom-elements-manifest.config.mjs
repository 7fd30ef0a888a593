/** `NpsSurvey.define('nps-survey')` in a define module gives a class its tag. */
function tagsByDefine() {
  const tags = new Map();
  return {
    name: 'tags-by-define',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
      const { expression, name } = node.expression;
      const [tag] = node.arguments;
      if (name.text !== 'define' || !tag || !ts.isStringLiteral(tag) || !/\/define\/|\/askwell\/src\//.test(moduleDoc.path)) return;
      tags.set(expression.getText(), { tag: tag.text, moduleDoc });
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const { path, declarations = [] } of customElementsManifest.modules) {
        for (const declaration of declarations) {
          const found = tags.get(declaration.name);
          if (!found) continue;
          Object.assign(declaration, { customElement: true, tagName: found.tag });
          found.moduleDoc.exports.push({
            kind: 'custom-element-definition',
            name: found.tag,
            declaration: { name: declaration.name, module: path },
          });
        }
      }
    },
  };
}

/** Leaves out what is nobody's business: `#private`, `_state`, protected, and what is marked `@internal`. */
function publicOnly() {
  const isHidden = ({ name = '', fieldName = '', privacy = 'public' }) => /^[#_]/.test(fieldName || name) || privacy !== 'public';
  const filter = (declaration, keep) => {
    for (const list of ['members', 'attributes']) {
      if (declaration[list]) declaration[list] = declaration[list].filter(keep);
    }
  };
  return {
    name: 'public-only',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isClassDeclaration(node)) return;
      const declaration = moduleDoc.declarations?.find(({ name }) => name === node.name?.text);
      if (!declaration) return;
      const isInternal = (member) => ts.getJSDocTags(member).some(({ tagName }) => tagName.text === 'internal');
      const internal = new Set(node.members.filter(isInternal).map((member) => member.name?.getText()));
      filter(declaration, ({ name, fieldName }) => !internal.has(fieldName ?? name));
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const { declarations = [] } of customElementsManifest.modules) {
        for (const declaration of declarations) filter(declaration, (item) => !isHidden(item));
      }
    },
  };
}

/** Says `string` instead of `string | undefined`: an attribute that is not there is nothing to choose. */
function plainTypes() {
  return {
    name: 'plain-types',
    packageLinkPhase({ customElementsManifest }) {
      for (const { declarations = [] } of customElementsManifest.modules) {
        for (const { type } of declarations.flatMap(({ members = [], attributes = [] }) => [...members, ...attributes])) {
          if (type) type.text = type.text.replace(/ \| undefined$/, '');
        }
      }
    },
  };
}

export default {
  globs: ['packages/{base,surveys,charts,askwell}/src/**/*.ts'],
  litelement: true,
  // It would write itself into the package.json of the workspace.
  packagejson: false,
  plugins: [tagsByDefine(), publicOnly(), plainTypes()],
};
