import { SurveyInspector } from './inspector/survey-inspector.js';
import type { Kit } from './start/kit.js';

export { SurveyInspector };

declare global {
  interface HTMLElementTagNameMap {
    'survey-inspector': SurveyInspector;
  }
}

SurveyInspector.define('survey-inspector');

/**
 * Opens the inspector over the page: why each campaign of these kits shows or not, and what waits on the device. One that
 * is open over the page already shows them too.
 */
export function inspect(...kits: Kit[]): SurveyInspector {
  // The attribute comes only with the next drawing.
  const open = [...document.querySelectorAll('survey-inspector')].find(({ overlay }) => overlay);
  const inspector = open ?? document.createElement('survey-inspector');
  Object.assign(inspector, { kits: [...new Set([...inspector.kits, ...kits])], overlay: true });
  document.body.append(inspector);
  return inspector;
}
