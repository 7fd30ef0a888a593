export { AskwellElement } from './askwell-element.js';
export { define, type AskwellElementClass } from './define.js';
export { fill } from './fill.js';
export { Languages, type Localized, type TextSource } from './languages.js';
export { LocaleController, type Catalogue } from './locale-controller.js';
export { nearestAttribute } from './nearest-attribute.js';
export { tokens } from './tokens.styles.js';
export { issueWarning, warnOfValue } from './warnings.js';
