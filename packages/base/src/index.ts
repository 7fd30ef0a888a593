export { AskwellElement } from './askwell-element.js';
export { Catalogue, type TextSource } from './catalogue.js';
export { define, type AskwellElementClass } from './define.js';
export { fill } from './fill.js';
export { issueWarning } from './issue-warning.js';
export { LocaleController } from './locale-controller.js';
export { nearestAttribute } from './nearest-attribute.js';
export { tokens } from './tokens.styles.js';
export { warnOfValue } from './warn-of-value.js';
