import { Catalogue } from '@askwell/base';
import { en } from '@askwell/locales/survey/en.js';

/** The texts of the surveys; languages other than English are fetched when they are asked for. */
export const surveyCatalogue = new Catalogue(en, {
  de: async () => (await import('@askwell/locales/survey/de.js')).de,
});
