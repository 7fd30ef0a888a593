import { Languages } from '@askwell/base';
import type { InspectorTexts } from '@askwell/locales';

/** The languages of the inspector beside English; each is fetched when it is asked for. */
export const inspectorLanguages = new Languages<InspectorTexts>({
  de: () => import('@askwell/locales/inspector/de.js').then(({ de }) => de),
});
